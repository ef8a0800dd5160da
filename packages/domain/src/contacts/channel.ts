/** Through what a customer is reached, and for what he consents. */
export const channels = ['EMAIL', 'PHONE', 'MESSAGING'] as const;

export type Channel = (typeof channels)[number];

/** What a customer said about a channel; never asked is null. */
export type ConsentState = 'GRANTED' | 'DENIED';
