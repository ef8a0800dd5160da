export { ImportLink } from './import-link.tsx';
export { mayImport, maySeeImports } from './may-import.ts';
