export { DuplicatePairConnectionResolver, DuplicateReasonResolver, DuplicateResolver } from './duplicate.resolver.ts';
export { WriteDuplicateResolver } from './write-duplicate.resolver.ts';
