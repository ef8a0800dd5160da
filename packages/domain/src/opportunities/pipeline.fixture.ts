import { isRefused } from '#refusal';
import { type OpportunityState, type Pipeline, type PipelineInput, preparePipeline } from './index.ts';

export const fixtureNow = Date.parse('2026-03-02T10:00:00Z');

const named = (name: string): { en: string; es: string } => ({ en: name, es: `${name} (es)` });

/** Four stages; the second wants an amount and a contact, the third a next activity, the last a customer who is known to be content. */
export const fixturePipeline: PipelineInput = {
  name: named('Equipment'),
  stages: [
    { key: 'contacted', name: named('Contacted'), probability: 10, staleAfterDays: 7 },
    { key: 'proposal', name: named('Proposal'), probability: 40, gate: { and: [{ fact: 'opportunity.amount', is: 'ge', value: 1 }, { fact: 'opportunity.hasContact', is: 'eq', value: true }] } },
    { key: 'negotiation', name: named('Negotiation'), probability: 70, gate: { fact: 'opportunity.hasNextActivity', is: 'eq', value: true } },
    { key: 'closing', name: named('Closing'), probability: 90, gate: { or: [{ fact: 'npsClass', is: 'eq', value: 'PROMOTER' }, { fact: 'ordersCount', is: 'ge', value: 1 }] } },
  ],
};

/** The pipeline as prepared; throws where a test gives one that is refused. */
export function preparedPipeline(input: PipelineInput = fixturePipeline): Pipeline {
  const pipeline = preparePipeline(input);
  if (isRefused(pipeline)) throw new Error(`${pipeline.code} ${pipeline.field}`);
  return pipeline;
}

export const openIn = (stage: string): OpportunityState => ({ status: 'OPEN', stage, stageSince: fixtureNow });
