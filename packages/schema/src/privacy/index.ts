export { CustomerPrivacyResolver, PrivacyResolver } from './privacy.resolver.ts';
