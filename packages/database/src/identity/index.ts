export { claimFreeIdentities, claimIdentities, releaseIdentity } from './claim-identities.queries.ts';
export { CustomerIdentity } from './customer-identity.entity.ts';
export { type KnownProfile, profileColumn, profilesOf } from './profile.queries.ts';
export { refreshDuplicateKeys, writeDuplicateKeys } from './refresh-duplicate-keys.queries.ts';
