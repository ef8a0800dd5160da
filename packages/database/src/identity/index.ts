export { CustomerIdentity } from './customer-identity.entity.ts';
