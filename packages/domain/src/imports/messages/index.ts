export type { Reason } from './english.ts';
export { importMessage, importMessageOnScreen, type ImportNote, refuseBecause } from './import-message.ts';
