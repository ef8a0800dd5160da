import type { CustomField } from '#custom-fields';
import { customFactKey } from '#custom-fields';
import type { Rule } from '#rules';
import type { PipelineStage } from './pipeline.ts';

type Required = Pick<CustomField, 'entity' | 'name' | 'requiredAtStages'>;

/** The stages with the fields that the company asks for in their gates, beside what the pipeline itself asks. */
export function withRequiredFields<Stages extends readonly PipelineStage[]>(stages: Stages, fields: readonly Required[]): Stages {
  const asked = fields.filter(({ entity, requiredAtStages }) => entity === 'OPPORTUNITY' && requiredAtStages.length > 0);
  if (asked.length === 0) return stages;
  return stages.map((stage) => {
    const needed = asked.filter(({ requiredAtStages }) => requiredAtStages.includes(stage.key)).map((field): Rule => ({ fact: customFactKey(field), is: 'isSet' }));
    return needed.length === 0 ? stage : { ...stage, gate: { and: [stage.gate, ...needed] } };
  }) as unknown as Stages;
}
