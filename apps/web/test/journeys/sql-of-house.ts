import { join } from 'node:path';
import type { House } from './open-house.ts';

const connection = join(import.meta.dirname, '../../../../packages/database/dist/connection/index.js');

interface Pglite {
  query<Row>(sql: string): Promise<{ rows: Row[] }>;
  close(): Promise<void>;
}

/** Asks the database of a stopped house itself, past everything that the product puts before it. */
export async function sqlOfHouse<Row>({ folder }: House, sql: string): Promise<Row[]> {
  const { openPglite } = await import(connection) as { openPglite: (folder: string) => Promise<Pglite> };
  const database = await openPglite(join(folder, 'database'));
  try {
    return (await database.query<Row>(sql)).rows;
  } finally {
    await database.close();
  }
}
