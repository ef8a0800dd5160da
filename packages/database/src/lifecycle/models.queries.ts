import type { LifecycleModel } from '@orbita/domain/lifecycle';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** Names the active models in their versions: the models change only when it does. */
export const modelsToken: RawBuilder<string | null> = sql<string | null>`
  (select string_agg(id::text || ':' || version, ',' order by position, key) from lifecycle_model where active)`;

const remembered = new Map<string, readonly LifecycleModel[]>();
const mostRemembered = 50;

/** The active models that a token names, in their order; read once for each token. */
export async function modelsOf(em: Em, token: string | null): Promise<readonly LifecycleModel[]> {
  if (token === null) return [];
  const known = remembered.get(token);
  if (known) return known;
  const models = await rowsOf(em, sql<LifecycleModel>`
    select key, name, stages, evaluation_order as "evaluationOrder" from lifecycle_model where active order by position, key`);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(token, models);
  return models;
}

/** The active models as they are now. */
export async function activeModels(em: Em): Promise<readonly LifecycleModel[]> {
  const [row] = await rowsOf(em, sql<{ token: string | null }>`select ${modelsToken} as token`);
  return modelsOf(em, row?.token ?? null);
}
