import { type Refusal, refuse } from '@orbita/domain/refusal';
import type { Opportunity } from '../opportunity.entity.ts';

/** What is closed stays as it is. */
export const opportunityIsClosed = ({ status }: Pick<Opportunity, 'status'>): Refusal =>
  refuse('OPPORTUNITY_CLOSED', { field: 'status', details: { value: status } });
