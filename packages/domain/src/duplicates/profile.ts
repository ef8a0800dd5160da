import type { PlainDate } from '#calendar';
import type { CustomerKind, PreparedCustomer } from '#customers';
import type { IdentityKey } from '#identity';

export interface ProfilePlace {
  readonly street: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  /** ISO 3166. */
  readonly country: string | null;
}

/** What of a customer tells whether he is somebody whom we have already, in the form in which it is stored. */
export interface Profile {
  readonly kind: CustomerKind;
  readonly name: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly birthDate: PlainDate | null;
  readonly identityKeys: readonly IdentityKey[];
  readonly phones: readonly { readonly number: string; readonly mobile: boolean }[];
  readonly websites: readonly string[];
  readonly places: readonly ProfilePlace[];
}

/** The profile of somebody who is about to be made. */
export function profileOf({ kind, name, givenName, familyName, birthDate, identityKeys, contactPoints, addresses }: PreparedCustomer): Profile {
  return {
    kind, name, givenName, familyName, birthDate, identityKeys,
    phones: contactPoints.filter((point) => point.kind === 'PHONE' || point.kind === 'MOBILE')
      .map((point) => ({ number: point.normalised, mobile: point.kind === 'MOBILE' })),
    websites: contactPoints.filter((point) => point.kind === 'WEBSITE').map(({ normalised }) => normalised),
    places: addresses.map(({ street, city, postalCode, country }) => ({ street, city, postalCode, country })),
  };
}
