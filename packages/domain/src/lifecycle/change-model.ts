import { type Bilingual, inBoth, normaliseText } from '#facts';
import { always } from '#rules';
import type { LifecycleModel, LifecycleStage } from './model.ts';

/**
 * A model to begin with: a copy of another, or one stage that takes everybody. Its key follows from its name, with a
 * number when that is taken.
 */
export function draftModel(name: Bilingual, copied: LifecycleModel | null, taken: ReadonlySet<string>): LifecycleModel {
  const { stages, evaluationOrder } = copied ?? { stages: [everybody], evaluationOrder: [everybody.key] };
  return { key: freeKey(name.en, taken), name, stages, evaluationOrder };
}

/** Whether some customer may stand elsewhere by the second than by the first; texts, bounds and times move nobody. */
export function movesCustomers(before: LifecycleModel, after: LifecycleModel): boolean {
  const placing = ({ stages, evaluationOrder }: LifecycleModel): string =>
    JSON.stringify(evaluationOrder.map((key) => [key, sorted(stages.find((stage) => stage.key === key)?.rule)]));
  return placing(before) !== placing(after);
}

/** With its keys in one order: a store may give them back in another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

const longestKey = 36;

function freeKey(name: string, taken: ReadonlySet<string>): string {
  const [first = '', ...rest] = normaliseText(name).replaceAll(/[^a-z0-9]+/g, ' ').trim().split(' ');
  const camel = [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
  const key = (/^[a-z]/.test(camel) ? camel : `model${camel}`).slice(0, longestKey);
  if (!taken.has(key)) return key;
  for (let number = 2; ; number += 1) if (!taken.has(`${key}${number}`)) return `${key}${number}`;
}

const everybody: LifecycleStage = {
  key: 'EVERYBODY', name: inBoth('Everybody', 'Todos'), rule: always, strategy: inBoth('Say how customers are treated here', 'Di cómo se trata aquí a los clientes'),
  signals: [], kpiBounds: [], npsBound: null, slaHours: 8, talkMinutes: 10,
};
