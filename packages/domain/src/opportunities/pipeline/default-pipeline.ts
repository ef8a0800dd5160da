import { inBoth } from '#facts';
import type { PipelineInput } from './prepare-pipeline.ts';

/**
 * The pipeline with which a company begins, for any line: five stages, the amount being asked before an offer is made
 * and the date before it is negotiated. The company edits it or makes its own.
 */
export const defaultPipeline: PipelineInput = {
  name: inBoth('Sales', 'Ventas'),
  stages: [
    { key: 'contacted', name: inBoth('First contact', 'Primer contacto'), probability: 10, staleAfterDays: 7 },
    { key: 'understood', name: inBoth('Need understood', 'Necesidad entendida'), probability: 25, staleAfterDays: 14, gate: { fact: 'opportunity.amount', is: 'isSet' } },
    { key: 'proposal', name: inBoth('Proposal', 'Propuesta'), probability: 50, staleAfterDays: 14, gate: { fact: 'opportunity.expectedCloseAt', is: 'isSet' } },
    { key: 'negotiation', name: inBoth('Negotiation', 'Negociación'), probability: 70, staleAfterDays: 21 },
    { key: 'closing', name: inBoth('Closing', 'Cierre'), probability: 90, staleAfterDays: 14 },
  ],
};
