import { activeModels, catalogueOfModels, type LifecycleModelRow } from '@orbita/database/lifecycle';
import { may, mayReadField } from '@orbita/domain/access';
import type { FactValue, FieldDefinition } from '@orbita/domain/facts';
import type { Because, LifecycleModel } from '@orbita/domain/lifecycle';
import { type Catalogue, isLeaf, type Rule } from '@orbita/domain/rules';
import { labelOf, type RequestContext, ruleText } from '#request';
import type { StageReason } from './customer-stage.type.ts';
import type { LifecycleModelType, LifecycleStage } from './lifecycle-model.type.ts';

/** How this viewer is told of models: in his language, with the company's money and days. */
export interface Telling {
  readonly context: RequestContext;
  readonly catalogue: Catalogue;
  /** Those in use. */
  readonly models: readonly LifecycleModel[];
}

export async function tellingOf(context: RequestContext): Promise<Telling> {
  const models = await activeModels(context.em);
  return { context, models, catalogue: await catalogueOfModels(context.em, models) };
}

/** The same, read once a request however many customers it tells of. */
export function tellingOfRequest(context: RequestContext): Promise<Telling> {
  const kept = context.readers.get('lifecycle telling') as Promise<Telling> | undefined;
  const telling = kept ?? tellingOf(context);
  context.readers.set('lifecycle telling', telling);
  return telling;
}

export function tellModel({ stages, ...row }: LifecycleModelRow, telling: Telling): LifecycleModelType {
  const { viewer } = telling.context;
  const { key, name, evaluationOrder } = row;
  return {
    ...row, name: name[viewer.language], stages: stages.map((_, at) => tellStage({ stages }, at, telling)),
    labels: { name, stages: Object.fromEntries(stages.map((stage) => [stage.key, stage.name])) },
    definition: { key, name, stages, evaluationOrder }, viewerCanUpdate: may(viewer, 'lifecycle', 'update'),
  };
}

/** Texts are made when they are asked for: a list of thousands asks for keys alone. */
export function tellStage({ stages }: Pick<LifecycleModel, 'stages'>, at: number, telling: Telling): LifecycleStage {
  const { language } = telling.context.viewer;
  const { key, name, strategy, signals, kpiBounds, npsBound, slaHours, talkMinutes, rule } = stages[at]!;
  return {
    key, name: name[language], place: at + 1, strategy: strategy[language], npsBound, slaHours, talkMinutes, rule,
    get ruleText() { return tellRule(rule, telling); },
    get signals() { return signals.map((signal) => ({ text: signal.text[language], ruleText: signal.rule && tellRule(signal.rule, telling) })); },
    get bounds() { return kpiBounds.map(({ text, bound }) => ({ text: text[language], measure: bound?.measure ?? null })); },
  };
}

/** The reasons as a person reads them; the value of a fact that the viewer may not read is left out. */
export function tellBecause(because: Because, telling: Telling): StageReason[] {
  if (because === 'always') return [];
  return because.map(({ rule, truth, value }) => {
    const field = isLeaf(rule) ? telling.catalogue.facts.get(rule.fact) : undefined;
    const readable = field !== undefined && mayReadField(telling.context.viewer.role, field);
    return {
      fact: isLeaf(rule) ? rule.fact : null, text: tellRule(rule, telling), holds: truth === true,
      value: readable && value !== null && value !== undefined ? tellValue(field, value, telling) : null,
    };
  });
}

const tellRule = (rule: Rule, { catalogue, context }: Telling): string => ruleText(rule, catalogue, context);

function tellValue(field: FieldDefinition, value: NonNullable<FactValue>, telling: Telling): string {
  const { language } = telling.context.viewer;
  if (typeof value === 'object') return value.map((one) => field.valueLabels?.[one]?.[language] ?? one).join(', ');
  if (typeof value === 'boolean') return value ? (language === 'es' ? 'sí' : 'yes') : 'no';
  const label = labelOf(telling.context)(field, value) ?? field.valueLabels?.[value]?.[language];
  return label ?? (field.unit === 'percent' ? `${value} %` : String(value));
}
