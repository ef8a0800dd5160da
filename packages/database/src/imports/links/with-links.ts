import type { ImportedCustom, RowProblem } from '@orbita/domain/imports';
import { isRefused } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Outcome, Run } from '../job/index.ts';
import { type Called, linksNamed } from './links-named.ts';

interface Linking {
  readonly columnOf: (field: string) => string;
  readonly system: string;
  readonly run: Run;
  /** How often those who point at somebody of the same batch wait for him to be placed. */
  readonly waits: number;
}

/** Where a thing, or the person in it, keeps what its row says of the company's own fields. */
interface Linked {
  readonly custom?: ImportedCustom;
  readonly contact?: { readonly custom?: ImportedCustom } | null;
}

/**
 * Places the things of a batch with the ids of those whom their links call in the file's words; a thing that calls
 * nobody is refused in the column of its link, and not placed.
 */
export async function withLinks<Thing>(
  em: Em, things: readonly Thing[], linking: Linking, place: (linked: readonly Thing[]) => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  const { columnOf, system, run, waits } = linking;
  const called = things.flatMap((thing) => customsOf(thing as Linked).flatMap(linksIn));
  if (called.length === 0) return place(things);
  const idOf = await linksNamed(em, called, { system, country: run.company.country });
  const found = things.map((thing): Thing | RowProblem => {
    for (const [name, call] of customsOf(thing as Linked).flatMap((custom) => Object.entries(custom))) {
      const id = call.link ? idOf({ link: call.link, name: String(call.value) }) : '';
      if (isRefused(id)) return { column: columnOf(`custom.${name}`), refusal: id };
    }
    const point = (custom: ImportedCustom): ImportedCustom => Object.fromEntries(Object.entries(custom).map(([name, one]) => {
      const id = one.link && idOf({ link: one.link, name: String(one.value) });
      return [name, id && !isRefused(id) ? { value: id, compared: id } : one];
    }));
    const { custom, contact } = thing as Linked;
    return { ...thing, ...(custom ? { custom: point(custom) } : {}), ...(contact?.custom ? { contact: { ...contact, custom: point(contact.custom) } } : {}) };
  });
  const linked = found.flatMap((one) => (isProblem(one) ? [] : [one]));
  const outcomes = [...await place(linked)];
  const left = things.filter((_, at) => isProblem(found[at]));
  const placedNow = waits > 0 && linked.length > 0 && left.length > 0;
  const later = placedNow ? [...await withLinks(em, left, { ...linking, waits: waits - 1 }, place)] : [];
  return found.map((one) => (isProblem(one) ? later.shift() ?? one : outcomes.shift()!));
}

const customsOf = ({ custom, contact }: Linked): ImportedCustom[] => [custom, contact?.custom].filter((one) => one !== undefined);

const linksIn = (custom: ImportedCustom): Called[] =>
  Object.values(custom).flatMap(({ link, value }) => (link ? [{ link, name: String(value) }] : []));

const isProblem = <Thing>(one: Thing | RowProblem): one is RowProblem =>
  typeof one === 'object' && one !== null && 'refusal' in one && 'column' in one;
