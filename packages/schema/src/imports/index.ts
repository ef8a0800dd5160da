export { ImportConnectionResolver, ImportResolver } from './import.resolver.ts';
export { WriteImportResolver } from './write-import.resolver.ts';
