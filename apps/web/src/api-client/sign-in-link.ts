import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';

const meansSignedOut = (error: unknown): boolean =>
  (CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED'))
  || (ServerError.is(error) && error.statusCode === 401);

/** The company began to ask for a second factor that he has not. */
const meansSetUp = (error: unknown): boolean => ServerError.is(error) && error.statusCode === 403 && error.bodyText.includes('TWO_FACTOR_REQUIRED');

/** The address of the door, with the way back. */
export const signInAddress = (here: string): string => `/sign-in?next=${encodeURIComponent(here)}`;

/** A session that ended leads to the door; drafts survive the reload. */
export const signInLink = new ErrorLink(({ error }) => {
  if (meansSetUp(error)) return location.assign(`/two-factor?next=${encodeURIComponent(location.pathname + location.search)}`);
  if (!meansSignedOut(error) || location.pathname === '/sign-in') return;
  location.assign(signInAddress(location.pathname + location.search));
});
