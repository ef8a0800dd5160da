import { lazily } from '#design';

/** The list stands before its saved views. */
export const SavedViewsBar = lazily(async () => (await import('./saved-views-bar.tsx')).SavedViewsBar);
