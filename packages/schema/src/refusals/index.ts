export { RefusalType } from './refusal.type.ts';
export { RefusalResolver } from './refusal.resolver.ts';
