import type { Instant } from '@orbita/domain/calendar';
import type { Facts } from '@orbita/domain/facts';
import { factsJudgedBy, type LifecycleModel, shippedModels } from '@orbita/domain/lifecycle';
import { sql } from 'kysely';
import { among, type Em, preparedFor, rowsOf } from '#connection';
import { factsNamed, type FactsTable, milliseconds } from '#facts';
import { type JudgingModel, modelsOf, modelsToken } from '../models.queries.ts';

/** Where a customer stands in one model: `since` as it is kept, an ISO instant. */
export interface Standing {
  readonly stage: string;
  readonly since: string;
  readonly previous: string | null;
  /** Under which rules of the model he was judged last. */
  readonly rules: number;
}

/** A customer as his stages are judged. */
export interface Standee {
  readonly id: string;
  readonly facts: Facts;
  readonly stages: Readonly<Record<string, Standing>>;
  /** Up to when what time made true has been told. */
  readonly reviewedAt: Instant;
  /** When his facts were counted last, and his stages judged by them. */
  readonly refreshedAt: Instant;
  /** When his stored facts cease to be true by time alone. */
  readonly staleAt: Instant | null;
}

interface Row extends Standee {
  readonly token: string | null;
}

/** These customers, each as the one into whom he was merged, but the hidden ones, with the models that are active and the facts by which they judge. */
export async function standees(em: Em, customerIds: readonly string[], from: FactsTable = 'customer_facts'): Promise<{ models: readonly JudgingModel[]; customers: Row[] }> {
  if (customerIds.length === 0) return { models: [], customers: [] };
  for (;;) {
    const read = lastRead;
    const customers = await standing(em, customerIds, read, from);
    const models = await modelsOf(em, customers[0]?.token ?? null);
    lastRead = factsFor(models);
    // Sorted here: there the rows with all their facts would be written to a file first.
    if ([...lastRead].every((key) => read.has(key))) return { models, customers: customers.sort((a, b) => (a.id < b.id ? -1 : 1)) };
  }
}

const standing = (em: Em, customerIds: readonly string[], facts: ReadonlySet<string>, from: FactsTable): Promise<Row[]> => rowsOf(em, preparedFor(customerIds, sql<Row>`
  select f.customer_id as id, ${factsNamed(facts, 'f')} as facts, f.stages, ${milliseconds(sql`f.reviewed_at`)} as "reviewedAt",
    ${milliseconds(sql`f.refreshed_at`)} as "refreshedAt", ${milliseconds(sql`f.stale_at`)} as "staleAt", models.token
  from ${sql.ref(from)} f cross join (select ${modelsToken} as token) models
  where not f.hidden and f.customer_id in (
    select coalesce(c.merged_into, c.id) from customer c where c.id = ${among(customerIds)})`));

/** What the models read, and what tells that an after-sales window ended. */
const factsFor = (models: readonly LifecycleModel[]): ReadonlySet<string> => {
  const known = judging.get(models) ?? new Set([...factsJudgedBy(models), 'windowEndsAt']);
  judging.set(models, known);
  return known;
};
const judging = new WeakMap<readonly LifecycleModel[], ReadonlySet<string>>();

/** What was read last: models are edited rarely, and customers judged all the time. */
let lastRead = factsFor(shippedModels);
