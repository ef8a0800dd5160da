import type { ActivityKind, Direction } from '#activities';
import type { Instant } from '#calendar';
import { refuse } from '#refusal';
import type { BoundFields, RowProblem } from '../cells/index.ts';
import type { Origin } from './read-customer.ts';
import { type ImportedParty, readParty } from './read-party.ts';
import { instantOf, textOf } from './values.ts';

/** An activity as one row tells of it: what happened with a customer, or is to be done for him. */
export interface ImportedActivity {
  readonly externalId: string | null;
  readonly party: ImportedParty;
  readonly kind: ActivityKind;
  readonly direction: Direction | null;
  readonly subject: string | null;
  readonly body: string | null;
  readonly occurredAt: Instant | null;
  readonly durationMinutes: number | null;
  readonly dueAt: Instant | null;
  readonly doneAt: Instant | null;
  /** E-mail or name of who did it, or is to do it. */
  readonly owner: string | null;
  /** All that the row says: by which it is known again where it has no id. */
  readonly whole: string;
}

/** Reads an activity out of a row; null when a cell is wrong, which is told in `problems`. What only says when it is due is a task, what says nothing of its kind a note. */
export function readActivity({ fields, customer }: { readonly fields: BoundFields; readonly customer: BoundFields }, cells: readonly string[], origin: Origin, problems: RowProblem[]): ImportedActivity | null {
  const before = problems.length;
  const values = fields.read(cells, problems);
  const party = readParty(customer, cells, origin, problems);
  const minutes = textOf(values, 'durationMinutes');
  const durationMinutes = minutes === null ? null : Math.round(Number(minutes));
  if (!party || problems.length > before) return null;
  const dueAt = instantOf(values, 'dueAt');
  const kind = (textOf(values, 'kind') ?? (dueAt === null ? 'NOTE' : 'TASK')) as ActivityKind;
  if (kind !== 'TASK' && instantOf(values, 'occurredAt') === null && dueAt === null) {
    problems.push({ column: fields.columnOf('occurredAt') || 'occurredAt', refusal: refuse('REQUIRED', { field: 'occurredAt' }) });
    return null;
  }
  return {
    externalId: textOf(values, 'externalId'), party, kind, direction: (textOf(values, 'direction') ?? (['CALL', 'EMAIL', 'MESSAGE'].includes(kind) ? 'OUTBOUND' : null)) as Direction | null,
    subject: textOf(values, 'subject'), body: textOf(values, 'body'), occurredAt: instantOf(values, 'occurredAt') ?? (kind === 'TASK' ? null : dueAt), durationMinutes,
    dueAt, doneAt: instantOf(values, 'doneAt'), owner: textOf(values, 'owner'), whole: JSON.stringify([values, customer.read(cells, [])]),
  };
}
