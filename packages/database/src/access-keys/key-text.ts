import { createHash, randomBytes } from 'node:crypto';

const beginning = 'orb_live_';
const shape = /^orb_live_([0-9a-f]{32})_([0-9a-f]{48})([0-9a-f]{8})$/;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What tells a key from a text that only looks like one, without asking the database. */
const checksum = (text: string): string => hash(text).slice(0, 8);

/** A new key as its owner gets it, once, and what is kept of it: `orb_live_<id>_<secret><checksum>`. */
export function newKey(id: string): { readonly text: string; readonly secretHash: string; readonly ending: string } {
  const secret = randomBytes(24).toString('hex');
  const body = `${beginning}${id.replaceAll('-', '')}_${secret}`;
  const text = `${body}${checksum(body)}`;
  return { text, secretHash: hash(secret), ending: text.slice(-4) };
}

/** Which key a text claims to be; nothing when it is none, or one mistyped. */
export function readKey(text: string): { readonly id: string; readonly secretHash: string } | undefined {
  const [, hex, secret, sum] = shape.exec(text) ?? [];
  if (!hex || !secret || sum !== checksum(text.slice(0, -8))) return undefined;
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), secretHash: hash(secret) };
}
