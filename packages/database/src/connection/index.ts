export { keyset, type KeysetOrder, type KeysetPage } from './keyset.ts';
export { insertRows } from './insert-rows.queries.ts';
export { type Column, pageColumn, rowsColumn, type ToldPage } from './told.ts';
export { takeTurns } from './take-turns.queries.ts';
export { type Em, type Opened, openConnection, type ConnectionOptions } from './open-connection.ts';
export { newId } from './new-id.ts';
export { type Kysely, rowsOf, run } from './rows.ts';
export { openPglite, pgliteExtensions, pgliteParsers, type PGlite } from './pglite.ts';
export { transact } from './transact.ts';
