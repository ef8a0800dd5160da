import { type Refusal, refuse } from '#refusal';

/** The dates and moments that people and files may enter: what lies outside is a slip of the pen or an attack. */
export const earliestDate = '1900-01-01';
export const latestDate = '2999-12-31';

/** Between these the calendar counts, in years of four digits: what a database holds beyond stands at the nearer one. */
export const firstInstant = Date.parse('0001-01-01T00:00:00Z');
export const lastInstant = Date.parse('9999-12-31T23:59:59.999Z');

export const outOfRange = (): Refusal => refuse('OUT_OF_RANGE', { details: { minimum: earliestDate, maximum: latestDate } });
