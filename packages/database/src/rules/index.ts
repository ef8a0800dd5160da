export { type CompileOptions, compileRule, whereRule } from './compile-rule.ts';
