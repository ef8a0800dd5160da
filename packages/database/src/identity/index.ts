export { claimIdentities, releaseIdentity } from './claim-identities.queries.ts';
export { CustomerIdentity } from './customer-identity.entity.ts';
