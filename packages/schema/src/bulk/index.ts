export { BulkChangeResolver } from './bulk.resolver.ts';
export { WriteBulkChangeResolver } from './write-bulk-change.resolver.ts';
