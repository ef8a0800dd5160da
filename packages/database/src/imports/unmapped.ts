import { columnAt, type Mapping } from '@orbita/domain/imports';

/** Columns of the files that nothing reads and that the mapping does not leave out on purpose: told, not lost in silence. */
export function unmappedColumns(mapping: Mapping, files: readonly { readonly header: readonly string[]; readonly columns: readonly string[] }[]): string[] {
  const conditions = [...mapping.skip.flatMap(({ when }) => when), ...(mapping.room === 'orders' ? mapping.returns.flat() : [])];
  return files.flatMap(({ header, columns }) => {
    const read = new Set([...columns, ...mapping.ignore, ...conditions.map(({ column }) => column)].map((column) => columnAt(header, column)));
    return header.filter((_, index) => !read.has(index));
  });
}
