import { type BulkChange, takenBack, type Written } from '@orbita/domain/bulk';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { attempt, type Em, tryOut } from '#connection';
import { lockCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import type { BulkActs, BulkAnswer } from '../bulk-acts.ts';

/** A thing as it stands before a verb is tried on it. */
export interface Standing {
  readonly id: string;
  /** Whose it is, by whom it is held. */
  readonly customerId: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

export interface OneByOne<Thing extends Standing> {
  /** The things that the writer sees, as they are. */
  readonly standing: (em: Em, ids: readonly string[], writing: Writing) => Promise<readonly Thing[]>;
  /** The verb, tried on one; what it writes is `after`. Undefined where the thing is so already. */
  readonly act: (thing: Thing, change: BulkChange) => Act | undefined;
  /** The verb that writes a field back. */
  readonly back: (thing: Thing, values: Readonly<Record<string, unknown>>) => Act;
}

export interface Act {
  readonly run: (em: Em, writing: Writing) => Promise<string | Refusal>;
  readonly after: Readonly<Record<string, unknown>>;
}

/**
 * Acts for things that are changed by the verb of one, each in a part of the transaction that can be taken back: what is
 * refused leaves no trace. All whose things they are are held first, in the order in which everybody holds them.
 */
export function oneByOne<Thing extends Standing>({ standing, act, back }: OneByOne<Thing>): Pick<BulkActs, 'perform' | 'preview' | 'takeBack'> {
  const each = async (em: Em, ids: readonly string[], writing: Writing, actOf: (thing: Thing, at: number) => Act | undefined | Refusal): Promise<BulkAnswer[]> => {
    await lockCustomers(em, (await standing(em, ids, writing)).map(({ customerId }) => customerId), writing.now);
    const things = new Map((await standing(em, ids, writing)).map((thing) => [thing.id, thing]));
    const answers: BulkAnswer[] = [];
    for (const [at, id] of ids.entries()) {
      const thing = things.get(id);
      answers.push(thing ? await done(em, thing, actOf(thing, at), writing) : refuse('NOT_FOUND', { field: 'id' }));
    }
    return answers;
  };
  const perform: BulkActs['perform'] = (em, ids, change, writing) => each(em, ids, writing, (thing) => act(thing, change));
  return {
    perform,
    preview: (em, ids, change, writing) => tryOut(em, (inner) => perform(inner, ids, change, writing)),
    takeBack: (em, things, _, writing) => each(em, things.map(({ id }) => id), writing, (thing, at) => {
      const values = takenBack(things[at]!.written, thing);
      return isRefused(values) ? values : back(thing, values);
    }),
  };
}

async function done(em: Em, thing: Standing, act: Act | undefined | Refusal, writing: Writing): Promise<BulkAnswer> {
  if (act === undefined) return { changed: {} };
  if (isRefused(act)) return act;
  const answer = await attempt(em, (inner) => act.run(inner, writing));
  return isRefused(answer) ? answer : { changed: differing(thing, act.after) };
}

const differing = (before: Standing, after: Readonly<Record<string, unknown>>): Written =>
  Object.fromEntries(Object.keys(after).filter((field) => (before[field] ?? null) !== after[field])
    .map((field) => [field, { before: before[field] ?? null, after: after[field] }]));
