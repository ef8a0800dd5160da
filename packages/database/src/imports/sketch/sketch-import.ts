import type { Viewer } from '@orbita/domain/access';
import {
  type ColumnGuess, guessColumns, guessRoom, guessValues, type ImportPlan, type Room, type Target, targetsOf,
} from '@orbita/domain/imports';
import type { Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { listCustomFields } from '#custom-fields';
import { ImportRefused, importRefused } from '../import-refused.ts';
import { savedPlanFor } from '../plans/index.ts';
import { pieceOf, type StoredFile, storedFile } from '../stored/index.ts';
import { headOf, type Head, type SaidFormat } from './head-of.ts';

/** What a file seems to be, for somebody to correct: the plan that would be followed if he says nothing. */
export interface ImportSketch extends Head {
  readonly file: StoredFile;
  readonly plan: ImportPlan;
  readonly guesses: readonly ColumnGuess[];
  readonly targets: readonly Target[];
  /** The saved mapping that was taken because the file has all of its columns. */
  readonly saved: { readonly id: string; readonly name: string } | null;
}

export interface SketchOf {
  readonly fileId: string;
  readonly room?: Room | undefined;
  readonly said: SaidFormat;
  readonly company: { readonly country: string; readonly currency: string };
  /** Whether a saved mapping may be taken; not once somebody began to say otherwise. */
  readonly useSaved: boolean;
}

/** Looks at the beginning of a file that was handed in. Null where the viewer knows of no such file. */
export async function sketchImport(em: Em, { fileId, room, said, company, useSaved }: SketchOf, viewer: Viewer): Promise<ImportSketch | Refusal | null> {
  const file = await storedFile(em, fileId, viewer);
  if (!file) return null;
  try {
    const first = await pieceOf(em, fileId, 0);
    if (!first) throw importRefused('NOT_FOUND', 'NO_STORED_FILE');
    const head = headOf(Buffer.from(first), { ...file, ...company }, said);
    const twice = head.header.find((name, at) => name !== '' && head.header.indexOf(name) !== at);
    if (twice !== undefined) throw importRefused('INVALID', 'TWICE_IN_HEADING', { column: twice });
    const own = (await listCustomFields(em, 'CUSTOMER', viewer)).filter(({ archivedAt }) => archivedAt === null);
    const sample = { header: head.header, columns: head.header.map((_, at) => head.rows.map((cells) => cells[at] ?? '')) };
    const saved = useSaved ? await savedPlanFor(em, head.header, room, viewer) : null;
    const taken = saved?.plan.room ?? room ?? guessRoom(sample, (one) => targetsOf(one, own));
    const targets = targetsOf(taken, own);
    const guesses = saved ? saved.plan.columns.map(({ column, target }): ColumnGuess => ({ column, target, by: 'NAME' })) : guessColumns(taken, sample, targets);
    const plan: ImportPlan = saved ? { ...saved.plan, format: head.format } : {
      room: taken, system: 'file', format: head.format, constants: constantsOf(guesses, targets, company.currency), onExisting: 'fill', onLikely: 'ask',
      columns: guesses.map(({ column, target }) => {
        const values = guessValues(sample.columns[head.header.indexOf(column)] ?? [], targets.find(({ key }) => key === target)!);
        return values ? { column, target, values } : { column, target };
      }),
    };
    return { ...head, file, plan, guesses, targets, saved: saved && { id: saved.id, name: saved.name } };
  } catch (error) {
    if (error instanceof ImportRefused) return error.refusal;
    throw error;
  }
}

/** What every row needs and no column says: money is in the company's currency. */
function constantsOf(guesses: readonly ColumnGuess[], targets: readonly Target[], currency: string): Record<string, string> {
  const lacking = targets.filter(({ key, reads, section }) => reads === 'CURRENCY' && section !== 'product' && !guesses.some(({ target }) => target === key));
  return Object.fromEntries(lacking.filter(({ required }) => required).map(({ key }) => [key, currency]));
}
