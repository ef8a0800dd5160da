export { type KeyReader, readerByKey } from './key-reader.ts';
