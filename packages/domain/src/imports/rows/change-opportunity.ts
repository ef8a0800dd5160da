import type { PlainDate } from '#calendar';
import type { FieldChange, Meeting } from './change-customer.ts';
import type { ImportedOpportunity } from './read-opportunity.ts';

/** An opportunity's fields as they are known; the amount in minor units of its currency. */
export interface KnownOpportunityFields {
  readonly title: string;
  readonly amount: number | null;
  readonly currency: string;
  readonly expectedCloseOn: PlainDate | null;
}

/** What a row changes of a known opportunity. An amount and its currency are one thing: both are followed, or neither. */
export function changeOpportunity(known: KnownOpportunityFields, row: ImportedOpportunity, meeting: Meeting): FieldChange<KnownOpportunityFields> {
  const after: { -readonly [Field in keyof KnownOpportunityFields]?: KnownOpportunityFields[Field] } = {};
  const kept: string[] = [];
  const put = <Field extends keyof KnownOpportunityFields>(field: Field, value: KnownOpportunityFields[Field]): void => {
    if (value === null || value === known[field]) return;
    if (known[field] === null || meeting === 'update') after[field] = value;
    else kept.push(field);
  };
  put('title', row.title.replaceAll(/\s+/g, ' ').trim());
  put('expectedCloseOn', row.expectedCloseOn);
  if (row.currency === known.currency || row.amount === null) put('amount', row.amount);
  else if (known.amount === null || meeting === 'update') Object.assign(after, { amount: row.amount, currency: row.currency });
  else kept.push('amount');
  const fields = Object.keys(after) as (keyof KnownOpportunityFields)[];
  return { after, before: Object.fromEntries(fields.map((field) => [field, known[field]])), kept };
}
