import { lazily } from '#design';

/** The record stands before what is fetched for this part of it. */
export const StandingPanel = lazily(async () => (await import('./standing-panel.tsx')).StandingPanel);
