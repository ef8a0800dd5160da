/** Through what a customer is reached, and for what he consents. */
export const channels = ['EMAIL', 'PHONE', 'MESSAGING'] as const;

export type Channel = (typeof channels)[number];

/** What a customer said about a channel; never asked is null. */
export type ConsentState = 'GRANTED' | 'DENIED';

/** One statement of a customer about a channel. */
export interface Consent {
  readonly id: string;
  readonly channel: Channel;
  readonly state: ConsentState;
  /** When he said so, in UTC milliseconds. */
  readonly givenAt: number;
}

/** The latest statement about a channel by (givenAt, id); null when never asked. */
export function latestConsent(consents: readonly Consent[], channel: Channel): ConsentState | null {
  const latest = consents
    .filter((consent) => consent.channel === channel)
    .toSorted((a, b) => a.givenAt - b.givenAt || (a.id < b.id ? -1 : 1))
    .at(-1);
  return latest?.state ?? null;
}

/**
 * Whether a commercial message may go out through a channel, by the latest statement about each: granted for this one,
 * and not opted out of everything. Never asked is no consent.
 */
export function consentHolds(
  channel: Channel, doNotContact: boolean, latest: Readonly<Partial<Record<Channel, ConsentState | null>>>,
): boolean {
  return !doNotContact && latest[channel] === 'GRANTED';
}
