import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

const folder = join(process.env['ORBITA_TEST_DATA'] ?? join(import.meta.dirname, '../../../../../../shared/data'), 'online-retail');

export const onlineRetailIsThere = existsSync(folder);

export interface Invoice {
  readonly number: string;
  readonly customer: string;
  readonly placedAt: Date;
  /** In thousandths, as exact as the file. */
  amount: number;
}

/** The invoices of a file by its sales lines: those with a customer and a price that were not taken back. */
export function readInvoices(file: string): Invoice[] {
  const bytes = readFileSync(join(folder, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const invoices = new Map<string, Invoice>();
  const lines = parse(text, { from_line: 2, relax_quotes: true, skip_empty_lines: true });
  for (const [number = '', , , quantity, date = '', price, customer = ''] of lines) {
    if (!/^\d+$/.test(customer) || !(Number(quantity) > 0) || !(Number(price) > 0) || number.startsWith('C')) continue;
    const invoice = invoices.get(number) ?? { number, customer, placedAt: new Date(`${date.replace(' ', 'T')}Z`), amount: 0 };
    invoices.set(number, invoice);
    invoice.amount += Number(quantity) * Math.round(Number(price) * 1000);
  }
  return [...invoices.values()];
}
