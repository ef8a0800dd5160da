export { type CompileOptions, compileRule, whereRule } from './compile-rule.ts';
export { relatedRows } from './relations.ts';
export { relationsOf } from './related-rows.queries.ts';
