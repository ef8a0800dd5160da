import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';
import type { Catalogue, Rule } from '#rules';
import type { LifecycleModel, LifecycleStage } from '../model.ts';
import { prepareStage } from './prepare-stage.ts';
import { readBoth, readKey, readList, readObject } from './read-input.ts';

const longestName = 60;
const mostStages = 20;

/**
 * Reads a model out of JSON for publishing, its rules against the catalogue of the company. Refuses by the place at fault
 * (`stages.2.rule.and.0.fact`, `evaluationOrder.4`) one in which a customer could have no stage, or two.
 */
export function prepareModel(input: unknown, catalogue: Catalogue): LifecycleModel | Refusal {
  const model = readObject(input, ['key', 'name', 'stages', 'evaluationOrder'], '');
  if (isRefused(model)) return model;
  const key = readKey(model['key'], /^[a-z][a-zA-Z0-9]{0,39}$/, 'commercial', 'key');
  if (isRefused(key)) return key;
  const name = readBoth(model['name'], longestName, 'name');
  if (isRefused(name)) return name;
  const stages = readList(model['stages'], [1, mostStages], 'stages', (part, path) => prepareStage(part, catalogue, path));
  if (isRefused(stages)) return stages;
  const twice = repeated(stages.map((stage) => stage.key));
  if (twice) return refuse('ALREADY_EXISTS', { field: `stages.${twice.index}.key`, details: { value: twice.key } });
  const evaluationOrder = prepareOrder(model['evaluationOrder'], stages);
  return isRefused(evaluationOrder) ? evaluationOrder : { key, name, stages, evaluationOrder };
}

/** The evaluation order names every stage once and ends in one that takes everybody. */
function prepareOrder(input: unknown, stages: readonly LifecycleStage[]): readonly string[] | Refusal {
  const keys = stages.map(({ key }) => key);
  const order = readList(input, [1, mostStages], 'evaluationOrder', (part, path) =>
    keys.find((key) => key === part) ?? refuseBecause('INVALID', 'CHOICES', { field: path, choices: keys.join(', ') }));
  if (isRefused(order)) return order;
  const twice = repeated(order);
  if (twice) return refuse('ALREADY_EXISTS', { field: `evaluationOrder.${twice.index}`, details: { value: twice.key } });
  const left = keys.filter((key) => !order.includes(key));
  if (left.length > 0) return refuseBecause('INVALID', 'ORDER_LACKS', { field: 'evaluationOrder', choices: left.join(', ') });
  const last = stages.findIndex(({ key }) => key === order.at(-1));
  return takesEverybody(stages[last]?.rule) ? order : refuseBecause('RULE_INVALID', 'LAST_TAKES_ALL', { field: `stages.${last}.rule` });
}

const takesEverybody = (rule: Rule | undefined): boolean => rule !== undefined && 'and' in rule && rule.and.length === 0;

function repeated(keys: readonly string[]): { readonly key: string; readonly index: number } | null {
  const index = keys.findIndex((key, place) => keys.indexOf(key) < place);
  const key = keys[index];
  return key === undefined ? null : { key, index };
}
