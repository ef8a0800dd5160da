import { type ComponentProps, lazy, Suspense } from 'react';

// What opens over a page is fetched when it opens.
const LazyConfirm = lazy(async () => ({ default: (await import('./confirm-dialog.tsx')).ConfirmDialog }));
const LazyDialog = lazy(async () => ({ default: (await import('./dialog.tsx')).Dialog }));
const LazyPanel = lazy(async () => ({ default: (await import('./side-panel.tsx')).SidePanel }));

export const ConfirmDialog = (props: ComponentProps<typeof LazyConfirm>) => <Suspense><LazyConfirm {...props} /></Suspense>;
export const Dialog = (props: ComponentProps<typeof LazyDialog>) => <Suspense><LazyDialog {...props} /></Suspense>;
export const SidePanel = (props: ComponentProps<typeof LazyPanel>) => <Suspense><LazyPanel {...props} /></Suspense>;
