import { PreparingClient } from './prepared.ts';

/** Said of a session whose client tells of what it wrote, after it was committed; any other tells in its transaction. */
export const tellsItself = '-c orbita.tells_itself=on';
const written = 'insert into outbox (';
const tell = "select pg_notify('orbita_outbox', '')";

/**
 * A connection that wakes the readers of the outbox once a transaction is committed. To notify within it would make all
 * writers of the database commit one after the other, each waiting for the disk by itself. Whoever is killed in between
 * has told nobody; readers look every second as well.
 */
export class TellingClient extends PreparingClient {
  #wrote = false;

  override query(asked: any, ...rest: any[]): any { // oxlint-disable-line typescript/no-explicit-any -- as wide as what it overrides
    const answer = super.query(asked, ...(rest as unknown[])) as unknown;
    if (typeof asked !== 'string') return answer;
    if (asked.includes(written)) this.#wrote = true;
    if (asked !== 'commit' && asked !== 'rollback') return answer;
    // Asked before the connection is given back: between this transaction and the next, in none.
    if (asked === 'commit' && this.#wrote && answer instanceof Promise) answer.then(() => super.query(tell) as Promise<unknown>).catch(() => undefined);
    this.#wrote = false;
    return answer;
  }
}
