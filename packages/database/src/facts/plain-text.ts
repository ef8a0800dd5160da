import { type RawBuilder, sql } from 'kysely';

/**
 * The form in which texts are compared, made inside a statement: `normaliseText` of the domain for every script whose
 * marks are the combining diacritics (Latin, Greek, Cyrillic). Where a key is kept beside a text, as `name_key`, that is read.
 */
export const plainText = (text: RawBuilder<unknown>): RawBuilder<string> => sql<string>`
  btrim(regexp_replace(regexp_replace(
    normalize(lower(normalize(${text}, NFKD)), NFKD), ${sql.lit(String.raw`[\u0300-\u036f]`)}, '', 'g'), ${sql.lit(String.raw`\s+`)}, ' ', 'g'))`;
