import { lazily } from '#design';

export const ImportsPage = lazily(async () => (await import('./list/imports-page.tsx')).ImportsPage);
export const ImportPage = lazily(async () => (await import('./job/import-page.tsx')).ImportPage);
export const NewImportPage = lazily(async () => (await import('./wizard/new-import-page.tsx')).NewImportPage);
