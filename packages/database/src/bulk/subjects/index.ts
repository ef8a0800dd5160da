import type { BulkSubject } from '@orbita/domain/bulk';
import type { BulkActs } from '../bulk-acts.ts';
import { customerActs } from './customers.queries.ts';
import { leadActs } from './leads.queries.ts';
import { opportunityActs } from './opportunities.queries.ts';

/** Everything that can be changed in bulk: another kind of thing is a line here and in the domain's catalogue. */
export const actsOf: Readonly<Record<BulkSubject, BulkActs>> = { CUSTOMER: customerActs, OPPORTUNITY: opportunityActs, LEAD: leadActs };
