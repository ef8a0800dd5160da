import type { Statement } from '@orbita/domain/privacy';

interface Said {
  readonly id: string;
  readonly channel: string;
  readonly state: string;
  readonly purpose: string;
  readonly givenAt: string;
  readonly validUntil: string | null;
}

/** What he said, as the domain reads it. */
export const statementsOf = (said: readonly Said[]): Statement[] => said.map(({ id, channel, state, purpose, givenAt, validUntil }) => ({
  id, channel, purpose, state: state as Statement['state'], givenAt: Date.parse(givenAt), validUntil: validUntil === null ? null : Date.parse(validUntil),
}));
