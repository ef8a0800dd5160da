import { refuse, type Refusal } from '@orbita/domain/refusal';

const longest = 300_000;

/** With what the bytes of a picture begin, two digits a byte. */
const beginnings: Readonly<Record<string, RegExp>> = {
  png: /^89504e470d0a1a0a/, jpeg: /^ffd8ff/, webp: /^52494646.{8}57454250/,
};

/** A picture inside the page: nothing is fetched from elsewhere, nothing in it runs, and it is what it says. */
export function checkLogo(logo: string | null | undefined): Refusal | undefined {
  if (!logo) return undefined;
  const [, kind = '', bytes = ''] = /^data:image\/(png|jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/.exec(logo) ?? [];
  if (!beginnings[kind]?.test(Buffer.from(bytes.slice(0, 24), 'base64').toString('hex'))) {
    return refuse('INVALID_FORMAT', { field: 'logo', details: { value: logo.slice(0, 30), example: 'data:image/png;base64,…' } });
  }
  return logo.length > longest ? refuse('TOO_LONG', { field: 'logo', details: { maximum: longest } }) : undefined;
}
