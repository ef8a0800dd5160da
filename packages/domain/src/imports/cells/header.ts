/** A column name without what differs between exports of the same thing: case, spaces, marks (`Invoice No` is `invoice_no`). */
export const headerKey = (name: string): string => name.normalize('NFKD').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Where a column stands in a file; the exact name goes before one that only reads alike. */
export function columnAt(header: readonly string[], name: string): number {
  const exact = header.indexOf(name);
  if (exact >= 0) return exact;
  const key = headerKey(name);
  return header.findIndex((one) => headerKey(one) === key);
}
