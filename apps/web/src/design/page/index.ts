export { EmptyState, type StateAction } from './empty-state.tsx';
export { ErrorState } from './error-state.tsx';
export { NearEnd } from './near-end.tsx';
export { PageHeader } from './page-header.tsx';
export { SkeletonBar, SkeletonRows } from './skeleton-rows.tsx';
export { usePageTitle } from './use-page-title.ts';
export { lazily } from './lazily.tsx';
export { useFetchedSoon } from './use-fetched-soon.ts';
