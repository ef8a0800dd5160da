import type { Viewer } from '@orbita/domain/access';
import {
  type ColumnGuess, guessColumns, guessRoom, guessValues, type ImportPlan, type Room, type Target, targetsOf,
} from '@orbita/domain/imports';
import type { Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { listCustomFields } from '#custom-fields';
import { ImportRefused, importRefused } from '../import-refused.ts';
import { pieceOf, type StoredFile, storedFile } from '../stored/index.ts';
import { headOf, type Head, type SaidFormat } from './head-of.ts';
import { type PlanAsked, planToFollow } from './plan-to-follow.ts';

/** What a file seems to be, for somebody to correct: the plan that would be followed if he says nothing. */
export interface ImportSketch extends Head {
  readonly file: StoredFile;
  readonly plan: ImportPlan;
  readonly guesses: readonly ColumnGuess[];
  readonly targets: readonly Target[];
  /** The saved mapping that was taken because the file has all of its columns. */
  readonly saved: { readonly id: string; readonly name: string } | null;
}

export interface SketchOf extends PlanAsked {
  readonly fileId: string;
  readonly room?: Room | undefined;
  readonly said: SaidFormat;
  readonly company: { readonly country: string; readonly currency: string };
}

/** Looks at the beginning of a file that was handed in. Null where the viewer knows of no such file. */
export async function sketchImport(em: Em, { fileId, room, said, company, ...asked }: SketchOf, viewer: Viewer): Promise<ImportSketch | Refusal | null> {
  const file = await storedFile(em, fileId, viewer);
  if (!file) return null;
  try {
    const first = await pieceOf(em, fileId, 0);
    if (!first) throw importRefused('NOT_FOUND', 'NO_STORED_FILE');
    const seen = headOf(Buffer.from(first), { ...file, ...company }, said);
    const own = (await listCustomFields(em, undefined, viewer)).filter(({ archivedAt }) => archivedAt === null);
    const sample = { header: seen.header, columns: seen.header.map((_, at) => seen.rows.map((cells) => cells[at] ?? '')) };
    const followed = await planToFollow(em, asked, seen.header, room, viewer);
    const known = followed && { ...followed, plan: offeredOf(followed.plan, targetsOf(followed.plan.room, own)) };
    // What nothing in the file decides is as it was the last time.
    const head = known ? { ...headOf(Buffer.from(first), { ...file, ...company, lastTime: known.plan.format }, said), unsure: [] } : seen;
    const taken = known?.plan.room ?? room ?? guessRoom(sample, (one) => targetsOf(one, own));
    const targets = targetsOf(taken, own);
    const guesses = known ? known.plan.columns.map(({ column, target }): ColumnGuess => ({ column, target, by: 'NAME' })) : guessColumns(taken, sample, targets);
    const plan: ImportPlan = known ? { ...known.plan, format: head.format } : {
      room: taken, system: 'file', format: head.format, constants: constantsOf(guesses, targets, company.currency), onExisting: 'fill', onLikely: 'ask', onUnknownOwner: 'empty', joined: joinedOf(guesses),
      columns: guesses.map(({ column, target }) => {
        const values = guessValues(sample.columns[head.header.indexOf(column)] ?? [], targets.find(({ key }) => key === target)!);
        return values ? { column, target, values } : { column, target };
      }),
    };
    return { ...head, file, plan, guesses, targets, saved: known?.saved ?? null };
  } catch (error) {
    if (error instanceof ImportRefused) return error.refusal;
    throw error;
  }
}

/** Two last names are one: elsewhere a second column is another way to say the same. */
const joinedOf = (guesses: readonly ColumnGuess[]): string[] =>
  [...Map.groupBy(guesses, ({ target }) => target)].flatMap(([target, some]) => (target.endsWith('.familyName') && some.length > 1 ? [target] : []));

/** A plan that somebody else made may fill a field that the viewer may not read, or one that was put away since: to him there is none. */
function offeredOf(plan: ImportPlan, targets: readonly Target[]): ImportPlan {
  const offered = new Set(targets.map(({ key }) => key));
  return {
    ...plan, columns: plan.columns.filter(({ target }) => offered.has(target)), constants: Object.fromEntries(Object.entries(plan.constants).filter(([target]) => offered.has(target))),
  };
}

/** What every row needs and no column says: money is in the company's currency. */
function constantsOf(guesses: readonly ColumnGuess[], targets: readonly Target[], currency: string): Record<string, string> {
  const lacking = targets.filter(({ key, reads, section }) => reads === 'CURRENCY' && section !== 'product' && !guesses.some(({ target }) => target === key));
  return Object.fromEntries(lacking.filter(({ required }) => required).map(({ key }) => [key, currency]));
}
