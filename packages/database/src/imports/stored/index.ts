export { dropFile, fileOfImport, forgetOldFiles, pieceOf, type StoredFile, storedFile } from './stored-file.queries.ts';
export { storeFile, storedSource } from './store-file.ts';
