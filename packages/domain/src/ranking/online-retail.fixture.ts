import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { RfmInput } from './index.ts';

const folder = join(process.env.ORBITA_TEST_DATA ?? join(import.meta.dirname, '../../../../../shared/data'), 'online-retail');

export const onlineRetailIsThere = existsSync(folder);

export interface Buyer extends RfmInput {
  readonly id: number;
}

/** The buyers of a file, amounts in thousandths: sales lines are those with a customer, a price, and not taken back. */
export function readBuyers(file: string): Buyer[] {
  const bytes = readFileSync(join(folder, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const buyers = new Map<number, { invoices: Set<string>; last: string; amount: number }>();
  const lines = text.split('\n');
  for (let index = 1; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').replaceAll('\r', '');
    const found = /^"?(\d+)"?,.*?,(\d+),"?(\d{4}-\d\d-\d\d)[^,]*,([\d.]+),(\d+),[^,]*$/.exec(line);
    const [, invoice = '', quantity = '', date = '', price = '', customer = ''] = found ?? [];
    if (!found || Number(quantity) <= 0 || Number(price) <= 0) continue;
    const id = Number(customer);
    const buyer = buyers.get(id) ?? { invoices: new Set(), last: '', amount: 0 };
    buyers.set(id, buyer);
    buyer.invoices.add(invoice);
    buyer.amount += Number(quantity) * Math.round(Number(price) * 1000);
    if (date > buyer.last) buyer.last = date;
  }
  return [...buyers].map(([id, { invoices, last, amount }]) => ({ id, orders: invoices.size, lastOrderOn: last, amount }));
}

export function readReference(): { rfm_ntile: { segments: { segment: string; customers: number }[] }; sales: { orders: number; revenue: number } } {
  return JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8')) as ReturnType<typeof readReference>;
}
