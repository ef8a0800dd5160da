import { newId } from '@orbita/database/connection';
import type { RequestHandler } from 'express';

const ids = new WeakMap<object, string>();

/** The id under which the log knows this request: the caller's own if it is a plain one, otherwise ours. */
export const giveRequestId: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  const id = given && /^[\w.-]{8,64}$/.test(given) ? given : newId();
  ids.set(request, id);
  response.set('x-request-id', id);
  next();
};

export const requestIdOf = (request: object): string => ids.get(request) ?? newId();
