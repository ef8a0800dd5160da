import { type Bilingual, inBoth } from '#facts';
import { personNameKey } from '#identity';
import { isRefused, type Refusal, refuse } from '#refusal';
import { type ContactPoint, type ContactPointInput, prepareContactPoints } from './contact-point.ts';

/** What a contact does in a purchase. */
export const contactRoles = ['DECIDES', 'INFLUENCES', 'BUYS', 'USES', 'PAYS', 'OTHER'] as const;

type ContactRole = (typeof contactRoles)[number];

/** How the roles are called; one that came in from elsewhere may be another, and is called as it stands. */
export const contactRoleLabels: Readonly<Record<ContactRole, Bilingual>> = {
  DECIDES: inBoth('Decides', 'Decide'), INFLUENCES: inBoth('Influences', 'Influye'), BUYS: inBoth('Buys', 'Compra'),
  USES: inBoth('Uses it', 'Lo usa'), PAYS: inBoth('Pays', 'Paga'), OTHER: inBoth('Other', 'Otro'),
};

/** A person who acts for an organisation, as entered. */
export interface ContactInput {
  readonly givenName: string;
  readonly familyName?: string | null | undefined;
  readonly jobTitle?: string | null | undefined;
  readonly role?: ContactRole | null | undefined;
  /** Whether he is the one to turn to first. */
  readonly isPrimary?: boolean | undefined;
  readonly contactPoints?: readonly ContactPointInput[] | undefined;
}

/** A contact as stored. */
export interface PreparedContact {
  readonly givenName: string;
  readonly familyName: string | null;
  readonly nameKey: string;
  readonly jobTitle: string | null;
  readonly role: ContactRole | null;
  readonly isPrimary: boolean;
  readonly contactPoints: readonly ContactPoint[];
}

const longestText = 100;

type ContactTexts = { readonly [Field in 'givenName' | 'familyName' | 'jobTitle' | 'role']?: string | null | undefined };

/** Refuses what is longer than what people are called, or do. */
export function refuseLongTexts(texts: ContactTexts): Refusal | undefined {
  const long = (['givenName', 'familyName', 'jobTitle', 'role'] as const).find((field) => (texts[field]?.length ?? 0) > longestText);
  return long && refuse('TOO_LONG', { field: long, details: { maximum: longestText } });
}

/** Brings a contact into the form in which it is stored, his telephones as of the country; refuses what is wrong by its path. */
export function prepareContact(input: ContactInput, country: string): PreparedContact | Refusal {
  const long = refuseLongTexts(input);
  if (long) return long;
  const [givenName, familyName, jobTitle] = [input.givenName, input.familyName, input.jobTitle].map(tidy);
  if (!givenName) return refuse('REQUIRED', { field: 'givenName' });
  if (input.role && !contactRoles.includes(input.role)) return refuse('INVALID', { field: 'role', details: { value: input.role } });
  const contactPoints = prepareContactPoints(input.contactPoints ?? [], country);
  if (isRefused(contactPoints)) return contactPoints;
  return {
    givenName, familyName: familyName ?? null, nameKey: personNameKey(`${givenName} ${familyName ?? ''}`), jobTitle: jobTitle ?? null,
    role: input.role ?? null, isPrimary: input.isPrimary ?? false, contactPoints,
  };
}

const tidy = (text: string | null | undefined): string | null => text?.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() || null;
