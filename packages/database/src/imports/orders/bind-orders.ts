import {
  bindFields, bindReturns, bindSkip, type BoundFields, cellText, customerFields, type FieldsOf, type FileRole, lineFields, orderFields,
  type OrdersMapping, productFields, type Sources,
} from '@orbita/domain/imports';
import { fitting } from '../import-refused.ts';
import type { Origin } from '../job/index.ts';

/** A mapping of orders tied to the headings of its files. */
export interface BoundOrders {
  readonly order: BoundFields;
  readonly line: BoundFields;
  readonly customer: BoundFields | null;
  readonly product: BoundFields | null;
  readonly isReturn: (cells: readonly string[]) => boolean;
  readonly skip: Readonly<Record<FileRole, (cells: readonly string[]) => string | null>>;
  readonly origin: Readonly<Record<FileRole, Origin>>;
  readonly twoFiles: boolean;
}

export interface Heading {
  readonly name: string;
  readonly header: readonly string[];
}

/** Throws with what to do when a column is not there. */
export function bindOrders(mapping: OrdersMapping, headings: { rows: Heading; lines?: Heading | undefined }, zone: string): BoundOrders {
  const { rows, lines } = mapping.files;
  const ordersFile = { header: headings.rows.header, format: rows, zone, cell: cellText(rows.empty) };
  const twoFiles = lines !== null && headings.lines !== undefined;
  const linesFile = twoFiles ? { header: headings.lines!.header, format: lines, zone, cell: cellText(lines.empty) } : ordersFile;
  const bind = (sources: Sources, fields: FieldsOf, file: typeof ordersFile, path: string) => fitting(bindFields(sources, fields, file, path));
  const skipRows = fitting(bindSkip(mapping.skip, 'rows', ordersFile));
  const skipLines = fitting(bindSkip(mapping.skip, 'lines', linesFile));
  return {
    order: bind(mapping.order, orderFields, ordersFile, 'order'),
    line: bind(mapping.line, lineFields, linesFile, 'line'),
    customer: mapping.customer && bind(mapping.customer, customerFields, ordersFile, 'customer'),
    product: mapping.product && bind(mapping.product, { ...productFields, code: { reads: 'TEXT' } }, linesFile, 'product'),
    isReturn: fitting(bindReturns(mapping.returns, linesFile)),
    skip: { rows: skipRows, lines: skipLines },
    origin: {
      rows: { header: headings.rows.header, file: twoFiles ? headings.rows.name : null },
      lines: { header: linesFile.header, file: twoFiles ? headings.lines!.name : null },
    },
    twoFiles,
  };
}
