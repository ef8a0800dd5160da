export { AccessKeyResolver } from './access-key.resolver.ts';
