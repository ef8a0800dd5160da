import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { m } from '#words';

/** What to do about an error, and the request's id where somebody else has to look for it. */
export interface Trouble {
  readonly advice: string;
  readonly reference?: string | undefined;
}

/** Tells a server that answers from one that cannot be reached: only then the connection is to blame. */
export function troubleOf(error: unknown): Trouble {
  const { code, requestId } = (CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions : undefined) ?? {};
  switch (code) {
    case undefined: return { advice: m.design_error_advice() };
    case 'TOO_COMPLEX': case 'TOO_LARGE': return { advice: m.design_error_too_much() };
    case 'FORBIDDEN': case 'UNAUTHORIZED': return { advice: m.design_error_forbidden() };
    case 'BAD_USER_INPUT': case 'NOT_FOUND': return { advice: m.design_error_asked() };
    default: return { advice: m.design_error_ours(), reference: typeof requestId === 'string' ? requestId : undefined };
  }
}
