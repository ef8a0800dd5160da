/** Whether a text is one that can be kept: no NUL in it, no half of a surrogate pair. */
export const isReadable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** A text without what cannot be kept. */
export const readable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** Where in what was sent, by its path, a text or a name cannot be kept; undefined when all can. */
export function unreadableAt(sent: unknown): string | undefined {
  // What is sent may be nested deeper than calls may be.
  const open: { readonly path: string; readonly value: unknown }[] = [{ path: '', value: sent }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, value } = next;
    if (typeof value === 'string' && !isReadable(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (!isReadable(name)) return path;
      open.push({ path: path === '' ? name : `${path}.${name}`, value: inner });
    }
  }
  return undefined;
}
