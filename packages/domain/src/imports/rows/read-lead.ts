import type { Instant } from '#calendar';
import type { CustomerSource } from '#customers';
import type { DisqualificationReason, LeadChannel, LeadStatus } from '#leads';
import { parseMoney } from '#money';
import { isRefused, refuse } from '#refusal';
import type { BoundFields, RowProblem } from '../cells/index.ts';
import { type ImportedCustom, readCustom } from './read-custom.ts';
import { type ImportedParty, readParty } from './read-party.ts';
import type { Origin } from './read-customer.ts';
import { instantOf, textOf } from './values.ts';

/** A lead as one row tells of it, with what became of it. */
export interface ImportedLead {
  readonly externalId: string | null;
  readonly party: ImportedParty;
  readonly channel: LeadChannel;
  readonly source: CustomerSource | null;
  readonly campaign: string | null;
  readonly businessLine: string | null;
  readonly subject: string | null;
  readonly message: string | null;
  readonly need: string | null;
  /** Minor units of the company's currency. */
  readonly budget: number | null;
  /** E-mail or name of whoever answers it. */
  readonly owner: string | null;
  readonly status: LeadStatus;
  /** When it is imported, where the row does not say. */
  readonly capturedAt: Instant | null;
  readonly firstResponseAt: Instant | null;
  /** When it was qualified, disqualified or put to rest. */
  readonly decidedAt: Instant | null;
  readonly nurtureUntil: Instant | null;
  readonly disqualifiedReason: DisqualificationReason | null;
  readonly reasonNote: string | null;
  readonly opportunityTitle: string | null;
  /** What the row says of the company's own fields, by name. */
  readonly custom: ImportedCustom;
  /** Fields that the row speaks of. */
  readonly said: readonly string[];
  /** All that the row says: by which it is known again where it has no id. */
  readonly whole: string;
}

interface Bound {
  readonly fields: BoundFields;
  readonly customer: BoundFields;
}

/** Reads a lead out of a row; null when a cell is wrong, which is told in `problems`. */
export function readLead(
  { fields, customer }: Bound, cells: readonly string[], { custom: reading, ...origin }: Origin & { readonly currency: string }, problems: RowProblem[],
): ImportedLead | null {
  const before = problems.length;
  const values = fields.read(cells, problems);
  const party = readParty(customer, cells, origin, problems);
  const budget = readAmount(fields, textOf(values, 'budget'), 'budget', origin.currency, problems);
  const custom = reading ? readCustom(fields, values, reading, problems) : {};
  if (!party || problems.length > before) return null;
  const channel = (textOf(values, 'channel') ?? 'IMPORT') as LeadChannel;
  const firstResponseAt = instantOf(values, 'firstResponseAt');
  const status = (textOf(values, 'status') ?? 'NEW') as LeadStatus;
  return {
    externalId: textOf(values, 'externalId'), party, channel, source: textOf(values, 'source') as CustomerSource | null,
    campaign: textOf(values, 'campaign'), businessLine: textOf(values, 'businessLine'), subject: textOf(values, 'subject'),
    message: textOf(values, 'message'), need: textOf(values, 'need'), budget, owner: textOf(values, 'owner'),
    status: status === 'NEW' && firstResponseAt !== null ? 'WORKED' : status, capturedAt: instantOf(values, 'capturedAt'), firstResponseAt,
    decidedAt: instantOf(values, 'decidedAt'), nurtureUntil: instantOf(values, 'nurtureUntil'),
    disqualifiedReason: textOf(values, 'disqualifiedReason') as DisqualificationReason | null, reasonNote: textOf(values, 'reasonNote'),
    opportunityTitle: textOf(values, 'opportunityTitle'), custom, said: Object.keys(values), whole: JSON.stringify([values, customer.read(cells, [])]),
  };
}

/** A decimal text as minor units of a currency; nothing sold or spent is negative. */
export function readAmount(fields: BoundFields, text: string | null, field: string, currency: string, problems: RowProblem[]): number | null {
  if (text === null) return null;
  const amount = parseMoney(text, currency);
  const wrong = isRefused(amount) ? amount : amount.amount < 0 ? refuse('OUT_OF_RANGE', { details: { minimum: 0 } }) : null;
  if (wrong) problems.push({ column: fields.columnOf(field), refusal: wrong });
  return isRefused(amount) ? null : amount.amount;
}
