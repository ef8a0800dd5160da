import { lazily } from '#design';

/** The record stands before what is fetched for this part of it. */
export const CustomerCycles = lazily(async () => (await import('./customer-cycles.tsx')).CustomerCycles);
