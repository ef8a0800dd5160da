import { type Refusal, refusalMessage } from '@orbita/domain/refusal';
import { GraphQLError } from 'graphql';

/** The error of a value that a scalar does not take: a request is wrong before anybody is asked. `form` says how it is written. */
export function refusedInput({ code, details }: Refusal, form: string): GraphQLError {
  if (code !== 'OUT_OF_RANGE') return new GraphQLError(form, { extensions: { code: 'BAD_USER_INPUT' } });
  return new GraphQLError(refusalMessage({ refused: true, code, ...(details ? { details } : {}) }, 'en'), {
    extensions: { code: 'BAD_USER_INPUT', refusal: { code, details } },
  });
}
