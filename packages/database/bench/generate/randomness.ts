/** Chance that is the same on every machine: everything is drawn from a row's number and the place where it is drawn. */
export const randomness = `
  create schema bench;
  create function bench.h(n bigint, place int) returns bigint language sql immutable parallel safe as
    'select hashint8extended(n, place::bigint) & 9223372036854775807';
  create function bench.u(n bigint, place int) returns float8 language sql immutable parallel safe as
    'select ((hashint8extended(n, place::bigint) & 9223372036854775807) % 1000000 + 0.5) / 1000000.0';
  -- Three on average, none for a quarter, fifty at most.
  create function bench.some(n bigint, place int) returns int language sql immutable parallel safe as
    'select floor(ln(((hashint8extended(n, place::bigint) & 9223372036854775807) % 1000000 + 0.5) / 1000000.0) / ln(0.75))::int';
  create function bench.id(at timestamptz, n bigint, place int) returns uuid language sql stable parallel safe as
    $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(m, 1, 3) || '8' || substr(m, 4, 15))::uuid
       from md5(place || ':' || n) m $$`;

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** An expression that draws one of the words. */
export const pick = (words: readonly string[], n: string, place: number): string =>
  `(array[${words.map(quoted).join(',')}])[1 + bench.h(${n}, ${place}) % ${words.length}]`;

/** The same, when the word at the same place of a second list is wanted as well. */
export const place = (words: readonly string[], n: string, seed: number): string => `(1 + bench.h(${n}, ${seed}) % ${words.length})`;
