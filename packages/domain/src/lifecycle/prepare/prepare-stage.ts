import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';
import { type Catalogue, parseRule, relationsReadBy, type Rule } from '#rules';
import type { LifecycleStage, StageSignal } from '../model.ts';
import { isStageFact } from '../model-facts.ts';
import { prepareKpiBound } from './prepare-bound.ts';
import { join, readBoth, readKey, readList, readObject, readWhole } from './read-input.ts';

const keys = ['key', 'name', 'rule', 'strategy', 'signals', 'kpiBounds', 'npsBound', 'slaHours', 'talkMinutes'];
const longest = { name: 60, strategy: 500, signal: 200 };
const mostOfEach = 12;

/** Reads one stage of a model; `path` is its place in it (`stages.2`). */
export function prepareStage(input: unknown, catalogue: Catalogue, path: string): LifecycleStage | Refusal {
  const stage = readObject(input, keys, path);
  if (isRefused(stage)) return stage;
  const key = readKey(stage['key'], /^[A-Z][A-Z0-9_]{0,39}$/, 'FIRST_CONTACT', join(path, 'key'));
  if (isRefused(key)) return key;
  const name = readBoth(stage['name'], longest.name, join(path, 'name'));
  if (isRefused(name)) return name;
  const rule = prepareEntryRule(stage['rule'], catalogue, join(path, 'rule'));
  if (isRefused(rule)) return rule;
  const strategy = readBoth(stage['strategy'], longest.strategy, join(path, 'strategy'));
  if (isRefused(strategy)) return strategy;
  const signals = readList(stage['signals'], [0, mostOfEach], join(path, 'signals'), (part, at) => prepareSignal(part, catalogue, at));
  if (isRefused(signals)) return signals;
  const kpiBounds = readList(stage['kpiBounds'], [0, mostOfEach], join(path, 'kpiBounds'), prepareKpiBound);
  if (isRefused(kpiBounds)) return kpiBounds;
  const npsBound = (stage['npsBound'] ?? null) === null ? null : readWhole(stage['npsBound'], [-100, 100], join(path, 'npsBound'));
  if (isRefused(npsBound)) return npsBound;
  const slaHours = readWhole(stage['slaHours'], [1, 240], join(path, 'slaHours'));
  if (isRefused(slaHours)) return slaHours;
  const talkMinutes = readWhole(stage['talkMinutes'], [1, 240], join(path, 'talkMinutes'));
  if (isRefused(talkMinutes)) return talkMinutes;
  return { key, name, rule, strategy, signals, kpiBounds, npsBound, slaHours, talkMinutes };
}

/** An entry rule reads the customer's facts, but not where he stands in a model: models would go in circles. */
function prepareEntryRule(input: unknown, catalogue: Catalogue, path: string): Rule | Refusal {
  const rule = prepareRule(input, catalogue, path, isStageFact);
  if (isRefused(rule) || relationsReadBy(rule).size === 0) return rule;
  return refuseBecause('RULE_INVALID', 'ENTRY_OVER_FACTS', { field: path });
}

function prepareSignal(input: unknown, catalogue: Catalogue, path: string): StageSignal | Refusal {
  const signal = readObject(input, ['text', 'rule'], path);
  if (isRefused(signal)) return signal;
  const text = readBoth(signal['text'], longest.signal, join(path, 'text'));
  if (isRefused(text)) return text;
  if ((signal['rule'] ?? null) === null) return { text, rule: null };
  const rule = prepareRule(signal['rule'], catalogue, join(path, 'rule'), () => false);
  return isRefused(rule) ? rule : { text, rule };
}

function prepareRule(input: unknown, catalogue: Catalogue, path: string, forbid: (key: string) => boolean): Rule | Refusal {
  if (input === undefined || input === null) return refuse('REQUIRED', { field: path });
  const rule = parseRule(input, catalogue, { forbid });
  return isRefused(rule) ? { ...rule, field: join(path, rule.field ?? '') } : rule;
}
