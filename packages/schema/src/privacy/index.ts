export { CustomerPrivacyResolver, ErasureConnectionResolver, PrivacyResolver } from './privacy.resolver.ts';
