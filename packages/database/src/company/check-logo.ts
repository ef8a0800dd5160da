import { refuse, type Refusal } from '@orbita/domain/refusal';

const longest = 300_000;

/** A picture inside the page: nothing is fetched from elsewhere, and nothing in it runs. */
export function checkLogo(logo: string | null | undefined): Refusal | undefined {
  if (!logo) return undefined;
  if (!/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/.test(logo)) {
    return refuse('INVALID_FORMAT', { field: 'logo', details: { value: logo.slice(0, 30), example: 'data:image/png;base64,…' } });
  }
  return logo.length > longest ? refuse('TOO_LONG', { field: 'logo', details: { maximum: longest } }) : undefined;
}
