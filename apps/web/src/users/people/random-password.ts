/** Without signs that look alike, so that it can be read aloud. */
const signs = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Five groups of four, some 116 bits: safe to hand over once and to be changed by its owner. */
export function randomPassword(): string {
  const groups = Array.from({ length: 5 }, () => Array.from({ length: 4 }, one).join(''));
  return groups.join('-');
}

/** Every sign as likely as any other: bytes beyond the last whole round are thrown away. */
function one(): string {
  const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
  return byte < Math.floor(256 / signs.length) * signs.length ? signs[byte % signs.length] ?? one() : one();
}
