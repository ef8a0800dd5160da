import { mayReadField, type Viewer } from '@orbita/domain/access';
import { factDefinition, type FactDefinition, type FactType, isPresent } from '@orbita/domain/facts';
import { type RawBuilder, sql } from 'kysely';
import { customColumn, customNameOf } from './custom-column.ts';
import { floorOf, instant } from './refresh/moment.ts';
import { columnOf } from './refresh/review-part.ts';
import { stageColumn } from './stage-column.ts';

export interface FactReading {
  /** Alias of the `customer_facts` row. */
  readonly alias: string;
  readonly now: Date;
  /** To him the facts he may not read are unknown; without a viewer all are read. */
  readonly viewer?: Viewer | undefined;
  /** Keys that are unknown whoever asks. */
  readonly hiddenFacts?: ReadonlySet<string> | undefined;
}

/** The type of a fact's column, or of the null that stands for it. */
export const factColumnType: Readonly<Record<FactType, string>> = {
  integer: 'bigint', instant: 'timestamptz', boolean: 'boolean', enum: 'text', text: 'text', id: 'uuid', set: 'text[]',
};

const derived: Readonly<Record<string, (reading: FactReading) => RawBuilder<unknown>>> = {
  silencePct: ({ alias, now }) => {
    const expected = sql.ref(`${alias}.expected_next_order_at`);
    const rhythm = sql.ref(`${alias}.rhythm_days`);
    const days = sql`floor(extract(epoch from ${instant(now)} - ${expected})::numeric / 86400) + ${rhythm}`;
    return sql`${floorOf(sql`100 * (${days})`, rhythm)}::bigint`;
  },
};

/** Texts that are shown as they are written and compared in the form of the rules. */
const compared: Readonly<Record<string, string>> = { city: 'city_key' };

/** Whether this fact has no value for whom it is read: its room is not there, or he may not read it. */
export function isUnknown(fact: FactDefinition | undefined, { viewer, hiddenFacts }: Omit<FactReading, 'alias' | 'now'>): boolean {
  if (!fact || !isPresent(fact) || fact.key.startsWith('custom.')) return true;
  return isHidden(fact, { viewer, hiddenFacts });
}

/** Whether he may not read this fact. */
export const isHidden = ({ key, ...marked }: FactDefinition, { viewer, hiddenFacts }: Omit<FactReading, 'alias' | 'now'>): boolean =>
  hiddenFacts?.has(key) === true || (viewer !== undefined && !mayReadField(viewer.role, marked));

/** The column of a stored fact in the form in which rules compare it. */
export const storedColumn = (key: string, alias: string): RawBuilder<unknown> =>
  stageColumn(key, alias) ?? sql.ref(`${alias}.${compared[key] ?? columnOf(key)}`);

/** A fact as a column or expression over its customer's row, to select and to sort by; null when it is unknown. */
export function factColumn(key: string, reading: FactReading): RawBuilder<unknown> {
  const stage = stageColumn(key, reading.alias);
  if (stage) return reading.hiddenFacts?.has(key) ? sql`null::text` : stage;
  const custom = customNameOf(key);
  if (custom !== undefined) return reading.hiddenFacts?.has(key) ? sql`null::jsonb` : customColumn(custom, reading.alias, reading.viewer);
  const fact = factDefinition(key);
  if (isUnknown(fact, reading)) return sql`null::${sql.raw(factColumnType[fact?.type ?? 'text'])}`;
  return derived[key]?.(reading) ?? sql.ref(`${reading.alias}.${columnOf(key)}`);
}

/** The same in the form in which rules compare it. */
export function comparedColumn(key: string, reading: FactReading): RawBuilder<unknown> {
  return compared[key] && !isUnknown(factDefinition(key), reading) ? storedColumn(key, reading.alias) : factColumn(key, reading);
}
