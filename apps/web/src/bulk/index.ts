import { lazily } from '#design';

export type { BulkBarProps } from './bulk-bar.tsx';
export { type Selection, useSelection } from './use-selection.ts';
// Nothing of it is needed to see the first page.
export const BulkBar = lazily(async () => (await import('./bulk-bar.tsx')).BulkBar);
export const BulkDialog = lazily(async () => (await import('./dialog/bulk-dialog.tsx')).BulkDialog);
export const BulkStrip = lazily(async () => (await import('./bulk-strip.tsx')).BulkStrip);
export const BulkPage = lazily(async () => (await import('./page/bulk-page.tsx')).BulkPage);
export const BulkListPage = lazily(async () => (await import('./page/bulk-list-page.tsx')).BulkListPage);
