export { isReadable, readable, unreadableAt } from './readable-text.ts';
