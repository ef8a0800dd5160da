import type { Statement } from '@orbita/domain/privacy';

interface Said {
  readonly id: string;
  readonly channel: string;
  readonly state: string;
  readonly purpose: string;
  readonly givenAt: string;
  readonly validUntil: string | null;
}

/** Whether it is a yes that has run out: it allows nothing more, though nobody said no. `now` in UTC milliseconds. */
export const hasLapsed = ({ state, validUntil }: Pick<Said, 'state' | 'validUntil'>, now: number): boolean =>
  state === 'GRANTED' && validUntil !== null && Date.parse(validUntil) <= now;

/** What he said, as the domain reads it. */
export const statementsOf = (said: readonly Said[]): Statement[] => said.map(({ id, channel, state, purpose, givenAt, validUntil }) => ({
  id, channel, purpose, state: state as Statement['state'], givenAt: Date.parse(givenAt), validUntil: validUntil === null ? null : Date.parse(validUntil),
}));
