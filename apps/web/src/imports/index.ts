export { ImportPage, ImportsPage, NewImportPage } from './lazy-pages.tsx';
export { importSearch, type ImportSearch } from './wizard/import-search.ts';
