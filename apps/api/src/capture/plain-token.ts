import type { RequestParamHandler } from 'express';
import { isReadable } from '#text';

/** A token that is no text opens nothing, and is not looked for. */
export const plainToken: RequestParamHandler = (_request, _response, next, token: string) => {
  next(isReadable(token) ? undefined : Object.assign(new Error('The token is no text.'), { status: 400 }));
};
