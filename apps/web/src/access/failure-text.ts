import { m } from '#words';
import type { AccessFailure } from './ask-door.ts';

/** What happened and what to do about it. */
export function failureText(failure: AccessFailure, wrong: string): string {
  switch (failure) {
    case 'wrong': return wrong;
    case 'throttled': return m.access_throttled();
    case 'unreachable': return m.access_unreachable();
    default: return failure satisfies never;
  }
}
