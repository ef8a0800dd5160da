export { SavedViewsBar } from './lazy-saved-views-bar.tsx';
export type { SavedViewsBarProps } from './saved-views-bar.tsx';
export { useSavedViewLinks } from './use-saved-view-links.ts';
