export { ahead } from './ahead.ts';
export { fileSource, type FileSource } from './file-source.ts';
export { readRows, type Row, type RowBatch } from './read-rows.ts';
