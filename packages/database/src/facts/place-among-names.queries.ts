import { type RawBuilder, sql } from 'kysely';
import type { KeysetPage } from '#connection';

/** The place of a page among customers `f` who are read by their names: of name and id together, which lie in two tables, the index knows nothing. */
export const placeAmongNames = ({ after, backwards = false }: KeysetPage, descending: boolean): RawBuilder<boolean> =>
  (after ? sql<boolean>`f.name ${sql.raw(descending === backwards ? '>=' : '<=')} ${after[0]}` : sql<boolean>`true`);
