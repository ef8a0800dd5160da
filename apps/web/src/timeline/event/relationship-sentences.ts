import { catalogue } from '#rules';
import { m } from '#words';
import type { Because } from '@orbita/domain/lifecycle';
import { describeRule } from '@orbita/domain/rules';
import { type ToldEvent, valuesOf } from './event.ts';

type Language = 'en' | 'es';

interface StageChange {
  readonly model: string;
  readonly from: string | null;
  readonly to: string;
  readonly because: Because;
}

export const stageChangesOf = ({ payload }: Pick<ToldEvent, 'payload'>): readonly StageChange[] =>
  (valuesOf(payload)['changes'] as readonly StageChange[] | undefined) ?? [];

function tellChange({ model, from, to }: StageChange, language: Language): string {
  const fact = catalogue.facts.get(`stage.${model}`);
  const nameOf = (stage: string) => fact?.valueLabels?.[stage]?.[language] ?? stage;
  const name = fact?.label[language].replace(/^.*· /, '') ?? model;
  return from === null ? m.timeline_stage_first({ model: name, to: nameOf(to) }) : m.timeline_stage_changed({ model: name, from: nameOf(from), to: nameOf(to) });
}

/** Where the customer stands now, model by model; an edit of a model says so. */
export function stageChanged(event: ToldEvent, language: Language): string {
  const moves = stageChangesOf(event).map((change) => tellChange(change, language)).join('; ');
  const edited = valuesOf(event.payload)['cause'] === 'MODEL_EDITED';
  return `${m.timeline_stages_changed({ moves })}${edited ? ` (${m.timeline_stage_edited()})` : ''}`;
}

/** What decided, once for each reason; nothing for a first look, which would only repeat who he is. */
export function stageReasons(event: ToldEvent, language: Language): string | undefined {
  const reasons = stageChangesOf(event).filter(({ from }) => from !== null).flatMap(({ because }) => (because === 'always' ? [] : because))
    .filter(({ truth }) => truth === true).map(({ rule }) => describeRule(rule, catalogue, language));
  return reasons.length > 0 ? m.timeline_because({ reasons: [...new Set(reasons)].join('; ') }) : undefined;
}
