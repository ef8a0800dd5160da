import type { Channel, ConsentState } from '#contacts';
import type { ProcessingPurpose } from './consent.ts';

/** One statement of a customer about a channel and a purpose. */
export interface Statement {
  readonly id: string;
  readonly channel: string;
  readonly purpose: string;
  readonly state: ConsentState;
  /** UTC milliseconds. */
  readonly givenAt: number;
  readonly validUntil: number | null;
}

export interface Reachable {
  /** He opted out of everything. */
  readonly doNotContact: boolean;
  readonly statements: readonly Statement[];
}

export interface Permission {
  readonly allowed: boolean;
  /** Why, or why not. `NEEDED`: what he bought or asked is reason enough. */
  readonly because: 'GRANTED' | 'NEEDED' | 'DO_NOT_CONTACT' | 'DENIED' | 'EXPIRED' | 'NOT_ASKED';
  /** The statement that decides, if one does. */
  readonly statement: Statement | null;
}

/** The latest statement about a channel and a purpose, by (givenAt, id): it alone counts. */
export function latestStatement(statements: readonly Statement[], channel: Channel, purpose: ProcessingPurpose): Statement | null {
  return statements.filter((one) => one.channel === channel && one.purpose === purpose)
    .toSorted((a, b) => a.givenAt - b.givenAt || (a.id < b.id ? -1 : 1)).at(-1) ?? null;
}

/**
 * Whether somebody may be turned to through a channel for a purpose: what every message asks before it leaves. Offers and
 * profiling need a yes that still holds; what he bought or asked goes out unless he said no.
 */
export function mayContact({ doNotContact, statements }: Reachable, channel: Channel, purpose: ProcessingPurpose, now: number): Permission {
  const statement = latestStatement(statements, channel, purpose);
  if (doNotContact) return { allowed: false, because: 'DO_NOT_CONTACT', statement };
  if (statement?.state === 'DENIED') return { allowed: false, because: 'DENIED', statement };
  const needed = purpose === 'SERVICE' || purpose === 'ANSWER';
  if (statement === null) return { allowed: needed, because: needed ? 'NEEDED' : 'NOT_ASKED', statement };
  if (statement.validUntil !== null && statement.validUntil <= now) return { allowed: needed, because: needed ? 'NEEDED' : 'EXPIRED', statement };
  return { allowed: true, because: 'GRANTED', statement };
}
