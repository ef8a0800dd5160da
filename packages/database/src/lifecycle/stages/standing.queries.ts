import type { Instant } from '@orbita/domain/calendar';
import type { Facts } from '@orbita/domain/facts';
import { sql } from 'kysely';
import { among, type Em, preparedFor, rowsOf } from '#connection';
import { milliseconds, storedFacts } from '#facts';
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
  /** When his stored facts cease to be true by time alone. */
  readonly staleAt: Instant | null;
}

interface Row extends Standee {
  readonly token: string | null;
}

/** These customers, each as the one into whom he was merged, but the hidden ones, with the models that are active. */
export async function standees(em: Em, customerIds: readonly string[]): Promise<{ models: readonly JudgingModel[]; customers: Row[] }> {
  if (customerIds.length === 0) return { models: [], customers: [] };
  const customers = await rowsOf(em, preparedFor(customerIds, sql<Row>`
    select f.customer_id as id, ${storedFacts('f')} as facts, f.stages, ${milliseconds(sql`f.reviewed_at`)} as "reviewedAt",
      ${milliseconds(sql`f.stale_at`)} as "staleAt", models.token
    from customer_facts f cross join (select ${modelsToken} as token) models
    where not f.hidden and f.customer_id in (
      select coalesce(c.merged_into, c.id) from customer c where c.id = ${among(customerIds)})`));
  // Sorted here: there the rows with all their facts would be written to a file first.
  customers.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { models: await modelsOf(em, customers[0]?.token ?? null), customers };
}
