import { type Meeting, refuseBecause } from '@orbita/domain/imports';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { attempt, type Em } from '#connection';
import { lockCustomers, refreshCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import { meet, type Outcome, type PlacingDated } from '../job/index.ts';
import { keepBefore } from '../undo/touched.queries.ts';

/** A lead or an opportunity that is there already, as its rows find it. */
export interface There {
  readonly id: string;
  readonly version: number;
  /** Under whom it is shown. */
  readonly rootId: string;
  /** Whether he was deleted here. */
  readonly gone: boolean;
}

/** What a row does to a thing that is there: by the verbs by which people do it, one after the other. */
export interface Doing {
  readonly acts: readonly Act[];
  /** Fields in which the row is not followed, though it differs: as the mapping says, and because no file changes them. */
  readonly kept: readonly string[];
  readonly stays: readonly string[];
  /** What the row calls an owner whom nobody here is. */
  readonly nobody?: string | undefined;
}

export interface Act {
  /** The fields of the row that it follows. */
  readonly fields: readonly string[];
  readonly run: (em: Em, at: { readonly id: string; readonly expectedVersion: number }, writing: Writing) => Promise<string | Refusal>;
}

/** Of a thing that is changed no more: all in which the row differs is kept. */
export const doingNothing = ({ acts, kept, stays, nobody }: Doing): Doing => ({ acts: [], nobody, kept: [], stays: [...stays, ...kept, ...acts.flatMap(({ fields }) => fields)] });

export interface MeetingRows<Row, Thing extends There> {
  readonly rows: readonly Row[];
  readonly references: readonly string[];
  /** Which rows were the first to name what was not there, and which name the same once more, each with its first. */
  readonly first: readonly number[];
  readonly again: ReadonlyMap<number, number>;
  /** Of the first ones; those of all others are put in. */
  readonly outcomes: Outcome[];
  /** The things of these references, as they are. */
  readonly find: (em: Em, references: readonly string[]) => Promise<ReadonlyMap<string, Thing>>;
  readonly decide: (row: Row, thing: Thing, meeting: Meeting) => Doing | Refusal;
  /** Whether a verb may read of the customer what the one before it changed. */
  readonly readsCustomers?: boolean | undefined;
}

/**
 * Rows of what is there, or was just made by an earlier one, meet it as the mapping says: each in a part of the transaction
 * that can be taken back, so that a row that is refused changes nothing. Whose customers something changes of are held
 * first, and kept as they were.
 */
export async function meetAgain<Row, Thing extends There>(
  em: Em, { rows, references, first, again, outcomes, find, decide, readsCustomers = false }: MeetingRows<Row, Thing>, placing: PlacingDated,
): Promise<void> {
  const made = first.filter((index) => 'fate' in outcomes[index]!);
  for (const [index, of] of again) outcomes[index] = outcomes[of]!;
  const firsts = new Set(first);
  const named = rows.flatMap((_, index) => (firsts.has(index) || !('fate' in outcomes[index]!) ? [] : [index]));
  if (placing.onExisting === 'skip') return named.forEach((index) => { outcomes[index] = { skipped: 'IS_THERE' }; });
  const before = await find(em, [...named, ...made].map((index) => references[index]!));
  // Whatever is erased meanwhile has no reference any more.
  const there = named.filter((index) => before.has(references[index]!));
  const of = (index: number) => before.get(references[index]!)!;
  const meetings = await meetingsOf(em, there.map((index) => of(index).id), made.map((index) => of(index).id), placing);
  const changing = there.flatMap((index, place) => {
    const doing = decide(rows[index]!, of(index), meetings[place]!);
    return !isRefused(doing) && doing.acts.length > 0 ? [of(index).rootId] : [];
  });
  await lockCustomers(em, changing, placing.now);
  const held = changing.length > 0 ? await find(em, there.map((index) => references[index]!)) : before;
  const changed = new Set<string>();
  // Everybody is counted once, when all is written.
  const later = new Set<string>();
  const writing = writingOf(placing, readsCustomers ? undefined : later);
  for (const [place, index] of there.entries()) {
    const reference = references[index]!;
    const asItIs = (inner: Em) => find(inner, [reference]).then((found) => found.get(reference));
    const thing = changed.has(reference) ? await asItIs(em) : held.get(reference);
    if (!thing) continue;
    const outcome = await meetOne(em, thing, decide(rows[index]!, thing, meetings[place]!), asItIs, writing, placing);
    if ('fate' in outcome && outcome.fate === 'updated') changed.add(reference);
    outcomes[index] = outcome;
  }
  const { now, company: { zone }, actor } = writing;
  if (later.size > 0) await refreshCustomers(em, [...later], { now, zone, actor, search: false });
}

/** The first row of a file that names a thing decides about it; later ones, in whatever batch, only fill it up. */
async function meetingsOf(em: Em, ids: readonly string[], made: readonly string[], { onExisting, run }: PlacingDated): Promise<Meeting[]> {
  if (onExisting === 'fill') return ids.map(() => 'fill');
  const met = new Set([...await meet(em, run.jobId, [...ids, ...made]), ...made]);
  return ids.map((id) => {
    const meeting = met.has(id) ? 'fill' : 'update';
    met.add(id);
    return meeting;
  });
}

async function meetOne(
  em: Em, { id, version, rootId, gone }: There, doing: Doing | Refusal, asItIs: (em: Em) => Promise<There | undefined>, writing: Writing, { bound, run }: PlacingDated,
): Promise<Outcome> {
  const told = (refusal: Refusal): Outcome => ({ column: bound.columnOf(refusal.field ?? '') || (refusal.field ?? ''), refusal });
  if (isRefused(doing)) return told(doing);
  const { acts, kept, stays, nobody } = doing;
  if (acts.length === 0) return { fate: 'unchanged', kept, stays, nobody };
  if (gone) return { column: bound.columnOf('externalId'), refusal: refuseBecause('CONFLICT', 'DELETED') };
  const answer = await attempt(em, async (inner) => {
    await keepBefore(inner, run.jobId, [rootId]);
    for (const [index, act] of acts.entries()) {
      const expectedVersion = index === 0 ? version : (await asItIs(inner))!.version;
      const done = await act.run(inner, { id, expectedVersion }, writing);
      if (isRefused(done)) return { ...done, field: fieldOf(done, act) };
    }
    return id;
  });
  return isRefused(answer) ? told(answer) : { fate: 'updated', kept, stays, nobody };
}

/** The field of the row that a refusal is about. */
function fieldOf({ field }: Refusal, { fields }: Act): string {
  const called = field === 'ownerId' ? 'owner' : field;
  return fields.find((one) => one === called) ?? fields[0] ?? '';
}

/** Verbs of people, done by a file: whoever imports such things may write all of them (`mayImport`). */
const writingOf = ({ run: { actor, company, jobId }, now }: PlacingDated, later: Set<string> | undefined): Writing => ({
  viewer: { userId: actor.id ?? nobody, role: 'administrator', teamId: null, partnerId: null, language: 'en' }, actor: { ...actor, importId: jobId }, now, company, later,
});
const nobody = '00000000-0000-0000-0000-000000000000';
