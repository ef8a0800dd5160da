// Raw SQL knows no entity filters: it stands in named queries, which take the viewer, and where this list says why.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const rawSql = /(?<![\w.])sql(?:<[^`;]*?>)?`|\bsql\.(?:raw|lit|ref|join|table|id)\(|\bgetConnection\(|\.(?:nativeUpdate|nativeDelete|createQueryBuilder|qb)\(|\b(?:em|fork\(\))\.execute\(/;

const sanctioned = [
  [/\.queries\.ts$/, 'named queries'],
  [/\.(?:test|fixture)\.ts$|\/src\/testing\//, 'tests lay down rows and look them up'],
  [/^packages\/database\/src\/(?:connection|database)\//, 'opens, migrates and pages; knows no rows of anybody'],
  [/^packages\/database\/src\/access\/visible\.ts$/, 'the one predicate of access itself'],
  [/^packages\/database\/src\/facts\//, 'parts of the set-based statement that computes facts, by customer ids and for nobody\'s eyes'],
  [/^packages\/database\/src\/rules\//, 'the compiler of rules to SQL'],
  [/^packages\/database\/src\/(?:lifecycle\/(?:time\/|ship-models)|opportunities\/pipelines\/ship-pipeline)/, 'what time does to locked customers, and the product\'s own models and pipeline: in nobody\'s name'],
  [/^packages\/database\/src\/timeline\/append-events\.ts$/, 'the one statement that numbers and appends events'],
  [/^packages\/database\/src\/requests\/once\.ts$/, 'idempotency keys, which are nobody\'s rows'],
  [/^packages\/database\/src\/demo\//, 'fills an empty company, set by set, before anybody is there'],
  [/^packages\/database\/src\/imports\//, 'set-based writes and COPY of imports'],
  [/^apps\/api\/src\/sessions\//, 'who signs in is not known yet: sessions, secrets and attempts'],
  [/^apps\/api\/src\/server\/(?:prepare-database|first-administrator|readiness)\.ts$/, 'before the first person is there, or for no person'],
  [/^apps\/api\/src\/jobs\/(?:company-zone|registry)\.ts$|^apps\/api\/src\/(?:graphql\/context|imports\/import\.command)\.ts$/, 'the company\'s own settings and expired keys, in nobody\'s name'],
];

/** The modules that hold raw SQL where none may be. */
export function strayRawSql() {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'packages', 'apps'], { encoding: 'utf8' })
    .split('\n').filter((path) => /^(packages\/(domain|database|schema)|apps\/api)\/src\/.*\.ts$/.test(path));
  const holding = files.filter((path) => rawSql.test(withoutComments(readFileSync(path, 'utf8'))));
  const unused = sanctioned.filter(([pattern]) => !holding.some((path) => pattern.test(path))).map(([pattern]) => String(pattern));
  return { stray: holding.filter((path) => !sanctioned.some(([pattern]) => pattern.test(path))), unused, looked: files.length };
}

const withoutComments = (text) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
