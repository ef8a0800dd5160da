import { changeOpportunity, changeOwn, enteredOwn, type ImportedOpportunity, type Meeting, stageNow } from '@orbita/domain/imports';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { moveOpportunity, updateOpportunity } from '#opportunities';
import { changeOwner } from '../parties/index.ts';
import { type Act, type Doing, doingNothing, type KnownOpportunity, pipelineFor } from '../past/index.ts';
import type { DecidingOpportunities } from './deciding-with.ts';

/**
 * What a row does to an opportunity that is there: what is said of it and, by an update, where it stands, through its gates.
 * One that is won or lost stays, and none is won or lost by it.
 */
export function doToOpportunity(row: ImportedOpportunity, opportunity: KnownOpportunity, meeting: Meeting, deciding: DecidingOpportunities): Doing | Refusal {
  const closed = opportunity.status !== 'OPEN';
  const owner = changeOwner({ called: row.owner, before: opportunity.ownerId, meeting: closed ? 'fill' : meeting, open: !closed }, deciding);
  if (isRefused(owner)) return owner;
  const moving = stageOf(row, opportunity, meeting, deciding);
  if (isRefused(moving)) return moving;
  const told = changeOpportunity(opportunity, row, meeting);
  const own = changeOwn(row.custom, opportunity.custom, meeting);
  const patch = { ...told.after, ...(owner.after ? { ownerId: owner.after } : {}), custom: enteredOwn(own, deciding.fields, deciding.company.currency) };
  const acts: Act[] = [
    {
      fields: [...Object.keys(told.after), ...(owner.after ? ['owner'] : []), ...own.changed.map(([field]) => field)],
      run: (em, at, writing) => updateOpportunity(em, { ...at, ...patch }, writing),
    },
    { fields: moving.act ? [moving.act.field] : [], run: (em, at, writing) => moveOpportunity(em, ...throughGates({ ...at, to: moving.act!.to }, writing, deciding)) },
  ];
  const elsewhere = row.status !== opportunity.status && row.said.includes('status');
  const doing = {
    acts: acts.filter(({ fields }) => fields.length > 0), kept: [...moving.kept, ...told.kept, ...owner.kept, ...own.kept],
    stays: [...(elsewhere ? ['status'] : []), ...moving.stays], nobody: owner.nobody,
  };
  if (!closed) return doing;
  const { stays, ...nothing } = doingNothing(doing);
  // What was won brought what was ordered, no longer what was estimated.
  return { ...nothing, stays: opportunity.status === 'WON' ? stays.filter((field) => field !== 'amount' && field !== 'currency') : stays };
}

interface Moving {
  readonly act?: { readonly to: string; readonly field: string };
  readonly kept: readonly string[];
  readonly stays: readonly string[];
}

/** Where it is to be moved; nothing goes to another pipeline, nor to the last stage of what was closed elsewhere. */
function stageOf(row: ImportedOpportunity, { status, stage, pipelineId }: KnownOpportunity, meeting: Meeting, { pipelines }: DecidingOpportunities): Moving | Refusal {
  const said = row.pipeline === null ? null : pipelineFor(pipelines, row.pipeline, '');
  if (said && (isRefused(said) || said.id !== pipelineId)) return { kept: [], stays: ['pipeline', ...(row.stage === null ? [] : ['stage'])] };
  const pipeline = pipelines.find(({ id }) => id === pipelineId);
  const now = pipeline ? stageNow(row, pipeline) : null;
  if (now === null || (!isRefused(now) && now.key === stage)) return { kept: [], stays: [] };
  const field = now.field ?? 'stage';
  if (status !== 'OPEN' || row.status !== 'OPEN') return { kept: [], stays: [field] };
  if (meeting === 'fill') return { kept: [field], stays: [] };
  return isRefused(now) ? now : { act: { to: now.key, field }, kept: [], stays: [] };
}

type Move = Parameters<typeof moveOpportunity>[1];
type Writing = Parameters<typeof moveOpportunity>[2];

/** In the name of whoever answers for going past gates, where the mapping names somebody. */
const throughGates = (move: Move, writing: Writing, { override }: DecidingOpportunities): [Move, Writing] => (override
  ? [{ ...move, overrideReason: override.reason }, { ...writing, viewer: { ...writing.viewer, ...override.viewer } }] : [move, writing]);
