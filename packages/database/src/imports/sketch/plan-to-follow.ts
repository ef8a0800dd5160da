import type { Viewer } from '@orbita/domain/access';
import { columnAt, type ImportPlan, type Room } from '@orbita/domain/imports';
import type { Em } from '#connection';
import { importRow } from '../planned/index.ts';
import { oneSavedPlan, savedPlanFor } from '../plans/index.ts';

/** After whose plan a file shall be read. */
export interface PlanAsked {
  /** Whether a saved mapping may be taken; not once somebody began to say otherwise. */
  readonly useSaved: boolean;
  /** This saved mapping, whether the file has all of its columns or not. */
  readonly mappingId?: string | undefined;
  /** As this import was planned: its mended rows come again. */
  readonly importId?: string | undefined;
}

export interface PlanToFollow {
  readonly plan: ImportPlan;
  /** Null where it is that of an earlier import. */
  readonly saved: { readonly id: string; readonly name: string } | null;
}

/** The plan that was made before and fits a file, its columns called as they are called there; null where everything is guessed. */
export async function planToFollow(em: Em, { useSaved, mappingId, importId }: PlanAsked, header: readonly string[], room: Room | undefined, viewer: Viewer): Promise<PlanToFollow | null> {
  if (importId !== undefined) {
    const plan = (await importRow(em, importId, viewer))?.plan;
    if (plan) return { plan: calledAs(header, plan), saved: null };
  }
  const saved = mappingId === undefined ? (useSaved ? await savedPlanFor(em, header, room, viewer) : null) : await oneSavedPlan(em, mappingId, viewer);
  return saved && { plan: calledAs(header, saved.plan), saved: { id: saved.id, name: saved.name } };
}

const calledAs = (header: readonly string[], plan: ImportPlan): ImportPlan =>
  ({ ...plan, columns: plan.columns.flatMap((one) => { const column = header[columnAt(header, one.column)]; return column === undefined ? [] : [{ ...one, column }]; }) });
