export { contactsOf, deletedAmong, handOver, ownersOf, type Staff, staffByName } from './parties.queries.ts';
export { type FoundParty, resolveParties, type ResolvedParties } from './resolve-parties.ts';
export { changeOwner, type Naming, staffFor } from './staff-for.ts';
export { type UnknownOwner, unknownOwners } from './unknown-owners.ts';
export { staffNames } from './staff-names.queries.ts';
