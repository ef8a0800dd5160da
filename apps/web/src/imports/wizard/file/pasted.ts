/** What somebody pasted, as a file: one that he copied, or rows that he copied out of a spreadsheet. */
export function pastedFile({ files, text }: { readonly files: readonly File[]; readonly text: string }, name: string): { readonly file: Blob; readonly name: string } | undefined {
  const [file] = files;
  if (file) return { file, name: file.name };
  // One line has no rows below its heading.
  return /\S[^\n]*\n[^\n]*\S/.test(text) ? { file: new Blob([text], { type: 'text/plain' }), name } : undefined;
}
