import type { Actor } from '#timeline';

/** In whose name time acts. */
export const theClock: Actor = { kind: 'SYSTEM', id: null, channel: 'JOB' };
