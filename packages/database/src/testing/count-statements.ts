import type { Database } from '#database';

interface Executor {
  executeQuery(query: { sql: string }, ...rest: unknown[]): unknown;
}

/**
 * Notes every statement from here on, begin and commit left out. Named queries do not pass the ORM's log, but
 * everything passes the query builder's executor.
 */
export function countStatements({ em }: Database, statements: string[]): void {
  const client = em.getConnection().getClient() as unknown as { getExecutor(): Executor };
  let kind = Object.getPrototypeOf(client.getExecutor()) as Executor;
  while (!Object.hasOwn(kind, 'executeQuery')) kind = Object.getPrototypeOf(kind) as Executor;
  const { executeQuery } = kind;
  kind.executeQuery = function counted(this: Executor, query, ...rest) {
    statements.push(query.sql);
    return executeQuery.call(this, query, ...rest);
  };
}
