export { ahead } from './ahead.ts';
export { columnNamesOf, isBlank } from './column-names-of.ts';
export { detectEncoding } from './detect-encoding.ts';
export { fileSource, type FileSource, sheetFormat } from './file-source.ts';
export { receiveFile, type ReceivedFile } from './receive-file.ts';
export { readRows, type Row, type RowBatch } from './read-rows.ts';
