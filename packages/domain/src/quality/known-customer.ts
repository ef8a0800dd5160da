import type { Instant } from '#calendar';
import type { ContactPointKind } from '#contacts';
import type { CustomerKind } from '#customers';

/** One way to reach a customer, or somebody who acts for him. */
export interface KnownPoint {
  readonly kind: ContactPointKind;
  readonly normalised: string;
  /** Whether it had a valid form when it was entered. */
  readonly valid: boolean;
  readonly bounced: boolean;
}

/** A current address, the main one first. */
export interface KnownAddress {
  readonly kind: string;
  readonly street: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

/** What is known of one customer, with everybody who was merged into him: all that the quality of his data is judged by. */
export interface KnownCustomer {
  readonly kind: CustomerKind;
  readonly name: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly taxId: string | null;
  readonly taxCountry: string | null;
  readonly iban: string | null;
  readonly language: string | null;
  readonly preferredChannel: string | null;
  readonly source: string | null;
  readonly hasOwner: boolean;
  readonly doNotContact: boolean;
  /** ISO 3166: of the main address, else the tax number, else a telephone. */
  readonly country: string | null;
  readonly tags: readonly string[];
  readonly contactPoints: readonly KnownPoint[];
  readonly addresses: readonly KnownAddress[];
  /** People who act for him. */
  readonly contacts: number;
  /** Whether he was ever asked for consent on any channel. */
  readonly consentAsked: boolean;
  readonly possibleDuplicates: number;
  readonly customerSince: Instant;
  readonly lastContactAt: Instant | null;
  /** Sold to him in twelve months, in minor units of the company's currency. */
  readonly revenue12m: number;
}
