import { lazily } from '#design';

/** The record stands before its history is told. */
export const Timeline = lazily(async () => (await import('./timeline.tsx')).Timeline);
