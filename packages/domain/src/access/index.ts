export { type Action, type Noun, type Role, type Scope, roles, scopeOf } from './policy.ts';
export { type FieldMark, type Mark, mayReadField, mayReadMarked } from './field-marks.ts';
export { holds, may, type Owned, sightOf, type Viewer } from './viewer.ts';
export { longestPassword, shortestPassword } from './password.ts';
