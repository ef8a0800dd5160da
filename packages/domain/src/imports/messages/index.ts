export type { Reason } from './english.ts';
export { importMessage, type ImportNote, refuseBecause } from './import-message.ts';
