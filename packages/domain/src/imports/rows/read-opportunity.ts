import { type Instant, localDate, type PlainDate } from '#calendar';
import type { CustomerSource } from '#customers';
import { normaliseText } from '#facts';
import { type LossReason, type OpportunityStatus, opportunityStatusLabels } from '#opportunities';
import type { BoundFields, RowProblem } from '../cells/index.ts';
import { readAmount } from './read-lead.ts';
import { type ImportedCustom, readCustom } from './read-custom.ts';
import { type ImportedParty, readParty, saysWho } from './read-party.ts';
import type { Origin } from './read-customer.ts';
import { instantOf, textOf } from './values.ts';

/** An opportunity as one row tells of it, with the stages it went through and its end. */
export interface ImportedOpportunity {
  readonly externalId: string | null;
  /** Null where the row names only the lead that it came of. */
  readonly party: ImportedParty | null;
  readonly title: string;
  /** Minor units of its currency. */
  readonly amount: number | null;
  readonly currency: string;
  readonly pipeline: string | null;
  readonly businessLine: string | null;
  /** Key or name of the stage in which it stands, or stood when it was closed. */
  readonly stage: string | null;
  readonly stageSince: Instant | null;
  /** When it entered which stage, by key or name. */
  readonly entered: readonly { readonly stage: string; readonly at: Instant }[];
  readonly status: OpportunityStatus;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly expectedCloseOn: PlainDate | null;
  readonly winReasons: readonly string[];
  readonly lossReason: LossReason | null;
  readonly closeNote: string | null;
  readonly competitor: string | null;
  /** E-mail or name of whoever looks after it. */
  readonly owner: string | null;
  readonly source: CustomerSource;
  /** Id of the lead and number of the order in the file's system. */
  readonly lead: string | null;
  readonly order: string | null;
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
  readonly stages: BoundFields;
}

const ends = new Map((['WON', 'LOST'] as const).flatMap((end) => [end, opportunityStatusLabels[end].en, opportunityStatusLabels[end].es].map((called) => [normaliseText(called), end] as const)));

/** In many systems the last stage is how it ended. */
const endCalled = (stage: string | null): 'WON' | 'LOST' | null => (stage === null ? null : ends.get(normaliseText(stage)) ?? null);

/** Reads an opportunity out of a row; null when a cell is wrong, which is told in `problems`. */
export function readOpportunity(
  { fields, customer, stages }: Bound, cells: readonly string[], { custom: reading, ...origin }: Origin & { readonly currency: string; readonly zone: string }, problems: RowProblem[],
): ImportedOpportunity | null {
  const before = problems.length;
  const values = fields.read(cells, problems);
  const entered = stages.read(cells, problems);
  const lead = textOf(values, 'lead');
  const known = customer.read(cells, []);
  const party = lead !== null && !saysWho(known) ? null : readParty(customer, cells, origin, problems);
  const currency = textOf(values, 'currency') ?? origin.currency;
  const amount = readAmount(fields, textOf(values, 'amount'), 'amount', currency, problems);
  const custom = reading ? readCustom(fields, values, reading, problems) : {};
  if (problems.length > before) return null;
  const reasons = values['winReasons'];
  const told = textOf(values, 'status') as OpportunityStatus | null;
  const end = endCalled(textOf(values, 'stage'));
  const ended = end !== null && (told === null || told === end);
  const status = ended ? end : told ?? 'OPEN';
  const closedAt = instantOf(values, 'closedAt');
  // Many systems have one date of closing: of what is open it is the expected one, and of all where the file knows no other.
  const expected = closedAt !== null && (status === 'OPEN' || !fields.has('expectedCloseOn')) ? localDate(closedAt, origin.zone) : null;
  const source = (textOf(values, 'source') ?? 'IMPORT') as CustomerSource;
  return {
    externalId: textOf(values, 'externalId'), party, title: textOf(values, 'title') ?? '', amount, currency,
    pipeline: textOf(values, 'pipeline'), businessLine: textOf(values, 'businessLine'), stage: ended ? null : textOf(values, 'stage'), stageSince: instantOf(values, 'stageSince'),
    entered: Object.entries(entered).flatMap(([stage, at]) => (typeof at === 'number' ? [{ stage, at }] : [])),
    status, openedAt: instantOf(values, 'openedAt') ?? 0, closedAt,
    expectedCloseOn: (textOf(values, 'expectedCloseOn') as PlainDate | null) ?? expected, winReasons: Array.isArray(reasons) ? (reasons as string[]) : [],
    lossReason: textOf(values, 'lossReason') as LossReason | null, closeNote: textOf(values, 'closeNote'), competitor: textOf(values, 'competitor'),
    owner: textOf(values, 'owner'), source, lead, order: textOf(values, 'order'), custom, said: [...Object.keys(values), ...(ended && told === null ? ['status'] : [])], whole: JSON.stringify([values, entered, known]),
  };
}
