import type { LeadQuery } from '#operations';

/** A lead with all that its panel shows. */
export type OpenLead = NonNullable<LeadQuery['lead']>;
