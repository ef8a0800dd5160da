export { entities } from './entities.ts';
export { type Database, openDatabase, type OpenOptions } from './open-database.ts';
export { pendingMigrations } from './migrate.ts';
export { tendTables } from './tend-tables.queries.ts';
export { inSnapshot } from './in-snapshot.ts';
