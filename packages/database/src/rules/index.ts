export { type CompileOptions, compileRule, whereRule } from './compile-rule.ts';
export { contactFields, relatedRows } from './relations.ts';
export { relationsOf } from './related-rows.queries.ts';
