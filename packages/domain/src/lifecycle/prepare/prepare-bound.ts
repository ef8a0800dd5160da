import { isRefused, type Refusal, refuse } from '#refusal';
import { comparisons } from '#rules';
import { type StageMeasure, stageMeasures, type StageMeasureUnit } from '../measures.ts';
import type { KpiBound, StageBound } from '../model.ts';
import { invalid, join, readBoth, readObject } from './read-input.ts';

const longestText = 200;
const ranges: Readonly<Record<StageMeasureUnit, readonly [number, number]>> = {
  count: [-10_000, 10_000], days: [0, 3650], minutes: [0, 1440], months: [0, 600], percent: [-100, 1000], score: [0, 10],
};

/** Reads what a stage is held to: the words, and the number if there is one. */
export function prepareKpiBound(input: unknown, path: string): KpiBound | Refusal {
  const kpi = readObject(input, ['text', 'bound'], path);
  if (isRefused(kpi)) return kpi;
  const text = readBoth(kpi['text'], longestText, join(path, 'text'));
  if (isRefused(text)) return text;
  const bound = kpi['bound'] ?? null;
  if (bound === null) return { text, bound: null };
  const read = prepareBound(bound, join(path, 'bound'));
  return isRefused(read) ? read : { text, bound: read };
}

function prepareBound(input: unknown, path: string): StageBound | Refusal {
  const bound = readObject(input, ['measure', 'compare', 'value', 'unit'], path);
  if (isRefused(bound)) return bound;
  const { measure: name, compare: how, value, unit: counted } = bound;
  if (typeof name !== 'string' || !Object.hasOwn(stageMeasures, name)) {
    return invalid(join(path, 'measure'), 'CHOICES', { choices: Object.keys(stageMeasures).join(', ') });
  }
  const measure = name as StageMeasure;
  const { unit } = stageMeasures[measure];
  if (counted !== unit) return invalid(join(path, 'unit'), 'COUNTED_IN', { measure, unit });
  const compare = comparisons.find((one) => one === how);
  if (!compare) return invalid(join(path, 'compare'), 'CHOICES', { choices: comparisons.join(', ') });
  if (typeof value !== 'number' || !Number.isFinite(value)) return invalid(join(path, 'value'), 'WANTED_NUMBER');
  const [minimum, maximum] = ranges[unit];
  if (value < minimum || value > maximum) return refuse('OUT_OF_RANGE', { field: join(path, 'value'), details: { minimum, maximum } });
  return { measure, compare, value, unit };
}
