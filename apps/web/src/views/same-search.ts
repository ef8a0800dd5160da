type Search = Readonly<Record<string, unknown>>;

const isSearch = (value: unknown): value is Search => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The state without what is not set, its keys in order: the same state is the same text. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isSearch(value)) return value;
  const set = Object.entries(value).filter(([, each]) => each !== undefined && each !== '' && each !== false && each !== null);
  return Object.fromEntries(set.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, plain(each)]));
}

/** What is kept of a page's address: only what was chosen. */
export const keptSearch = (search: Search): Record<string, unknown> =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== '' && value !== false));

/** Whether two addresses show the same, whatever the order of their parts. */
export const sameSearch = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));
