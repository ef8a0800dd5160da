export { Allow, type Allowed, AllowEveryone, checkAllowed } from './allow.ts';
export { actorOf, type RequestContext } from './request-context.ts';
export { decide } from './decide.ts';
export { selectedFields } from './selected-fields.ts';
