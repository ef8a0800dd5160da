export { batched, whenKnown } from './batched.ts';
export { Allow, type Allowed, AllowEveryone, guardRoots } from './allow.ts';
export { actorOf, type CompanyContext, type RequestContext, writingOf } from './request-context.ts';
export { decide } from './decide.ts';
export { selectedFields } from './selected-fields.ts';
export { shareReading } from './share-reading.ts';
export { type Asked, type Reading, shapeOf, told, toldColumns, ToldWithParent } from './told.ts';
export { ruleOf } from './rule-of.ts';
export { labelOf, ruleText, tellDay } from './rule-text.ts';
