export { once, type OnceOnly } from './once.ts';
export type { Writing } from './writing.ts';
