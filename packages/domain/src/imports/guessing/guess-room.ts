import { headerKey } from '../cells/index.ts';
import { type Room, sectionsOf, type Target } from '../mapping/index.ts';
import { tellingNames } from './column-names.ts';
import type { Sample } from './fits.ts';
import { guessColumns } from './guess-columns.ts';

/** What may be missing because a file that lacks it is helped: one currency, the company's. */
const helped = new Set(['order.currency']);

/**
 * What the rows of a file are: the room that knows most of its columns, among those whose needed fields it has. Customers,
 * where nothing tells.
 */
export function guessRoom(sample: Sample, targetsOf: (room: Room) => readonly Target[]): Room {
  const keys = new Set(sample.header.map(headerKey));
  const rooms = (Object.keys(sectionsOf) as Room[]).filter((room) => tellingNames[room]?.some((name) => keys.has(name)) ?? true);
  const ranked = rooms.flatMap((room) => {
    const targets = targetsOf(room);
    const guessed = new Set(guessColumns(room, sample, targets).map(({ target }) => target));
    const missing = targets.some(({ key, required, section }) => required && needed(room, section) && !guessed.has(key) && !helped.has(key));
    return missing ? [] : [{ room, known: guessed.size }];
  });
  // A product has a code and a price as an order's line has, and customers share columns with everything: the first of equals.
  return ranked.toSorted((a, b) => b.known - a.known)[0]?.room ?? 'customers';
}

const needed = (room: Room, section: Target['section']): boolean => room !== 'orders' || section === 'order' || section === 'line';
