import type { Profile } from '../profile.ts';
import type { DuplicateReason } from '../reason.ts';

/** Where everybody has an address: to share the domain tells nothing. */
const publicDomains: ReadonlySet<string> = new Set((
  'gmail.com googlemail.com hotmail.com hotmail.es outlook.com outlook.es live.com yahoo.com yahoo.es icloud.com me.com msn.com telefonica.net terra.es '
  + 'movistar.es orange.es protonmail.com proton.me gmx.de gmx.net web.de aol.com mail.com ymail.com sapo.pt libero.it orange.fr free.fr example.com example.org example.net'
).split(' '));

const roleNames: ReadonlySet<string> = new Set('info ventas admin administracion contacto hola comercial pedidos facturacion office sales contact hello mail correo'.split(' '));

export const emailsOf = ({ identityKeys }: Profile): string[] => identityKeys.filter(({ kind }) => kind === 'EMAIL').map(({ value }) => value);

/** The name in an e-mail that is a person's own, letters and digits only; null for `info@` and what is too short. */
export function mailboxOf(email: string): string | null {
  const local = (email.split('@')[0] ?? '').split('+')[0] ?? '';
  const name = local.replaceAll(/[^\p{L}\p{N}]/gu, '');
  return name.length < 6 || roleNames.has(name) ? null : name;
}

/** The domains that are a company's own, of its e-mails and websites. */
export function domainsOf(profile: Profile): string[] {
  const ofMail = emailsOf(profile).map((email) => email.slice(email.lastIndexOf('@') + 1));
  const ofWeb = profile.websites.map((address) => /^(?:https?:\/\/)?(?:www\.)?([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? '');
  return [...new Set([...ofMail, ...ofWeb])].filter((domain) => domain !== '' && !publicDomains.has(domain));
}

/** A telephone that both have. To have others tells nothing: people have several. */
export function comparePhones(one: Profile, other: Profile): DuplicateReason[] {
  const numbers = new Set(other.phones.map(({ number }) => number));
  const shared = one.phones.filter(({ number }) => numbers.has(number));
  if (shared.length === 0) return [];
  return [shared.some(({ mobile }) => mobile) ? { kind: 'SAME_MOBILE', points: 14 } : { kind: 'SAME_PHONE', points: 11 }];
}

/** A mailbox of one name at two providers; between companies, a domain of their own. */
export function compareMailboxes(one: Profile, other: Profile): DuplicateReason[] {
  const mailboxes = new Set(emailsOf(other).map(mailboxOf));
  const alike = emailsOf(one).map(mailboxOf).some((mailbox) => mailbox !== null && mailboxes.has(mailbox));
  const companies = one.kind === 'ORGANISATION' && other.kind === 'ORGANISATION';
  const domains = companies ? domainsOf(other) : [];
  return [
    ...(alike ? [{ kind: 'EMAIL_ALIKE', points: 8 } as const] : []),
    ...(companies && domainsOf(one).some((domain) => domains.includes(domain)) ? [{ kind: 'SAME_DOMAIN', points: 10 } as const] : []),
  ];
}
