export { decodeRule, encodeRule } from './tree/encode-rule.ts';
