import { factsReadBy } from '#rules';
import type { LifecycleModel } from './model.ts';

/** The facts that the rules of these models read, by which their customers are judged. */
export const factsJudgedBy = (models: readonly LifecycleModel[]): ReadonlySet<string> =>
  new Set(models.flatMap(({ stages }) => stages.flatMap(({ rule }) => [...factsReadBy(rule)])));
