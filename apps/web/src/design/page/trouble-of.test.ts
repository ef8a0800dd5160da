import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { expect, it } from 'vitest';
import { m } from '#words';
import { troubleOf } from './trouble-of.ts';

const answered = (code: string) => new CombinedGraphQLErrors({ data: null, errors: [{ message: 'no', extensions: { code, requestId: 'r-1' } }] });

it('blames the connection only when no server answered', () => {
  expect(troubleOf(new TypeError('fetch failed'))).toEqual({ advice: m.design_error_advice() });
  expect(troubleOf(answered('TOO_COMPLEX'))).toEqual({ advice: m.design_error_too_much() });
  expect(troubleOf(answered('FORBIDDEN'))).toEqual({ advice: m.design_error_forbidden() });
  expect(troubleOf(answered('BAD_USER_INPUT'))).toEqual({ advice: m.design_error_asked() });
  expect(troubleOf(answered('INTERNAL'))).toEqual({ advice: m.design_error_ours(), reference: 'r-1' });
});
