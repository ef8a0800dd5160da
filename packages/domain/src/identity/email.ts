import { type Refusal, refuse } from '#refusal';

const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainName = /^(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})$/u;

/** An e-mail address in the form in which it is stored and compared: lower case, without `mailto:`, name or spaces. */
export function normaliseEmail(text: string): string | Refusal {
  const bare = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text;
  const address = bare.normalize('NFKC').replaceAll(/[\p{Cf}\s]/gu, '').replace(/^mailto:/i, '').replace(/[;,.]+$/, '').toLowerCase();
  if (address === '') return refuse('REQUIRED');
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const fits = at > 0 && local.length <= 64 && address.length <= 254 && localPart.test(local) && domainName.test(address.slice(at + 1));
  return fits ? address : refuse('INVALID_FORMAT', { details: { value: text, example: 'ana@empresa.es' } });
}
