import { readdirSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Erasure, hashKey } from '@orbita/database/privacy';

const mails = /[^\s<>"(),;:=]+@[^\s<>"(),;:]+/g;

/**
 * Deletes the files of a folder that hold an e-mail of somebody who was erased. His e-mails are known no more, only
 * their hashes: each that stands in a file is hashed alike. Answers how many went.
 */
export function cleanFolder(folder: string, { salt, keyHashes }: Pick<Erasure, 'salt' | 'keyHashes'>): number {
  if (!existsSync(folder)) return 0;
  const his = new Set(keyHashes);
  const known = new Map<string, boolean>();
  const isHis = (mail: string): boolean => {
    const found = known.get(mail) ?? his.has(hashKey(`EMAIL:${mail}`, salt));
    known.set(mail, found);
    return found;
  };
  const gone = readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile()).map(({ name }) => join(folder, name))
    .filter((path) => mailsIn(readFileSync(path, 'utf8')).some(isHis));
  for (const path of gone) rmSync(path, { force: true });
  return gone.length;
}

/** Lines of a letter may be folded where they are long; the full stop after an address is no part of it. */
const mailsIn = (text: string): string[] =>
  [...new Set([...text.replaceAll(/=\r?\n/g, '').matchAll(mails)].map(([mail]) => mail.toLowerCase().replace(/[.'»]+$/, '')))];
