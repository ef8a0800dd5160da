export { type Reader, readers } from './registry.ts';
export { startReaders } from './start-readers.ts';
