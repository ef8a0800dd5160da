import { companyNameKey, personNameKey } from '#identity';
import { type Refusal, refuse } from '#refusal';
import type { CustomerFieldsInput, CustomerKind } from './customer.ts';

const longestOrganisationName = 200;
const longestPersonName = 100;

/** A customer's names as stored, and what follows from them. */
export interface CustomerName {
  readonly organisationName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly displayName: string;
  readonly nameKey: string;
}

/** Tidies names; an organisation needs its name, a person a given or a family name. The other kind's names are dropped. */
export function prepareName(kind: CustomerKind, input: CustomerFieldsInput): CustomerName | Refusal {
  const organisationName = tidy(input.organisationName);
  const givenName = tidy(input.givenName);
  const familyName = tidy(input.familyName);
  switch (kind) {
    case 'ORGANISATION':
      if (!organisationName) return refuse('REQUIRED', { field: 'organisationName' });
      if (organisationName.length > longestOrganisationName) return tooLong('organisationName', longestOrganisationName);
      return {
        organisationName, givenName: null, familyName: null, displayName: organisationName, nameKey: companyNameKey(organisationName),
      };
    case 'PERSON': {
      const displayName = [givenName, familyName].filter((name) => name !== null).join(' ');
      if (displayName === '') return refuse('REQUIRED', { field: 'givenName' });
      if ((givenName?.length ?? 0) > longestPersonName) return tooLong('givenName', longestPersonName);
      if ((familyName?.length ?? 0) > longestPersonName) return tooLong('familyName', longestPersonName);
      return { organisationName: null, givenName, familyName, displayName, nameKey: personNameKey(displayName) };
    }
    default: return kind satisfies never;
  }
}

/** One line in composed letters, without control characters and spaces too many; null when nothing is left. */
function tidy(text: string | null | undefined): string | null {
  return text?.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() || null;
}

const tooLong = (field: string, maximum: number): Refusal => refuse('TOO_LONG', { field, details: { maximum } });
