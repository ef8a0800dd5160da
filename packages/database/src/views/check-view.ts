import { refuse, type Refusal } from '@orbita/domain/refusal';

const longest = 20_000;

/** The state of a page, as small as such a state is. */
export function checkSearch(search: unknown): Refusal | undefined {
  const isObject = typeof search === 'object' && search !== null && !Array.isArray(search);
  if (!isObject) return refuse('INVALID_FORMAT', { field: 'search', details: { example: '{"rule": …}' } });
  return JSON.stringify(search).length > longest
    ? refuse('TOO_LONG', { field: 'search', details: { maximum: longest } }) : undefined;
}

/** A room's name as the URL writes it. */
export function checkRoom(room: string): Refusal | undefined {
  return /^[a-z][a-z-]{1,39}$/.test(room) ? undefined
    : refuse('INVALID_FORMAT', { field: 'room', details: { value: room, example: 'customers' } });
}
