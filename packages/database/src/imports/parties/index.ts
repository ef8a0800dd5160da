export { contactsOf, handOver, ownersOf, type Staff, staffByName } from './parties.queries.ts';
export { type FoundParty, resolveParties, type ResolvedParties } from './resolve-parties.ts';
export { changeOwner, staffFor } from './staff-for.ts';
export { staffNames } from './staff-names.queries.ts';
