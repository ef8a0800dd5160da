import type { PlainDate } from '#calendar';
import type { Address, AddressInput, Channel, ContactPoint, ContactPointInput } from '#contacts';
import type { IdentityKey } from '#identity';
import type { CustomerSource } from './source.ts';

/** Whether a customer is a person or an organisation. */
export const customerKinds = ['PERSON', 'ORGANISATION'] as const;

export type CustomerKind = (typeof customerKinds)[number];

/** A customer's id in another system. */
export interface ExternalId {
  readonly system: string;
  readonly id: string;
}

/** What somebody enters about a customer himself; undefined is not said, null is nothing. */
export interface CustomerFieldsInput {
  readonly kind?: CustomerKind | undefined;
  /** What an organisation is called; of a person his whole name, where given and family name are not known apart. */
  readonly name?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  readonly taxId?: string | null | undefined;
  /** Of the tax number, when it is not the company's: ISO 3166 code or name. */
  readonly taxCountry?: string | null | undefined;
  readonly birthDate?: PlainDate | null | undefined;
  readonly iban?: string | null | undefined;
  /** ISO 639, with or without a region (`es`, `es-MX`). */
  readonly language?: string | null | undefined;
  readonly source?: CustomerSource | null | undefined;
  readonly preferredChannel?: Channel | null | undefined;
  readonly doNotContact?: boolean | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** What somebody enters to make a customer. */
export interface CustomerInput extends CustomerFieldsInput {
  readonly kind: CustomerKind;
  readonly contactPoints?: readonly ContactPointInput[] | undefined;
  readonly addresses?: readonly AddressInput[] | undefined;
  readonly externalIds?: readonly ExternalId[] | undefined;
}

/** A customer's own fields as stored. */
export interface CustomerFields {
  readonly kind: CustomerKind;
  /** What the customer is called everywhere. */
  readonly name: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** Under which the same name is found again. */
  readonly nameKey: string;
  /** Compact, as its country writes it. */
  readonly taxId: string | null;
  /** ISO 3166 of the tax number. */
  readonly taxCountry: string | null;
  readonly birthDate: PlainDate | null;
  /** Compact. */
  readonly iban: string | null;
  readonly language: string | null;
  readonly source: CustomerSource | null;
  readonly preferredChannel: Channel | null;
  readonly doNotContact: boolean;
  /** Lower case, each once, in alphabetical order. */
  readonly tags: readonly string[];
}

/** A customer ready to be stored, with everything that came with him. */
export interface PreparedCustomer extends CustomerFields {
  readonly contactPoints: readonly ContactPoint[];
  readonly addresses: readonly Address[];
  readonly externalIds: readonly ExternalId[];
  /** By which he is recognised for certain; each may belong to one customer only. */
  readonly identityKeys: readonly IdentityKey[];
  /** ISO 3166: of the main address, else the tax number, else a valid telephone; null when not known. */
  readonly country: string | null;
}
