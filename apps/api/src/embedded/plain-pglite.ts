import type { PGlite } from '@orbita/database/connection';

/**
 * The embedded database as libraries know it from `pg`: instants are Dates, whole numbers are numbers. The ORM's own
 * parsers keep text, and they belong to the one instance that all share. Closing stays with the owner.
 */
export function plainPglite(pglite: PGlite): PGlite {
  const parsers = { 20: Number, 1114: toDate, 1184: toDate };
  const plain = {
    query: (text: string, values?: unknown[], options?: object) => pglite.query(text, values, { ...options, parsers }),
    exec: (text: string) => pglite.exec(text, { parsers }),
    transaction: pglite.transaction.bind(pglite),
    listen: pglite.listen.bind(pglite),
    close: () => Promise.resolve(),
    waitReady: pglite.waitReady,
    get closed() { return pglite.closed; },
    get ready() { return pglite.ready; },
  };
  return plain as unknown as PGlite;
}

const toDate = (text: string): Date => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
