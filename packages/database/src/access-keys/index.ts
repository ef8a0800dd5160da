export { AccessKey } from './access-key.entity.ts';
export { type AccessKeyRow, holderOfKey, type KeyHolder, listAccessKeys, markKeyUsed } from './access-key.queries.ts';
export { readKey } from './key-text.ts';
export { createAccessKey, revokeAccessKey } from './write-access-key.ts';
