import type { Instant, PlainDate } from '#calendar';
import type { KeptValues } from '#custom-fields';
import type { CustomerKind } from '#customers';

/** What a customer's own record says, as far as one record must say it for two. */
export interface Columns {
  readonly name: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly nameKey: string;
  readonly taxId: string | null;
  readonly taxCountry: string | null;
  readonly birthDate: PlainDate | null;
  readonly iban: string | null;
  readonly language: string | null;
  readonly preferredChannel: string | null;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly partnerId: string | null;
  readonly tags: readonly string[];
  readonly source: string | null;
  readonly campaignId: string | null;
  readonly customerSince: Instant;
  readonly doNotContact: boolean;
  /** The company's own fields: as kept, and as rules compare them. */
  readonly custom: KeptValues;
  readonly referredBy: string | null;
  readonly leftAt: Instant | null;
  readonly leftReason: string | null;
  /** Minor units of the company's currency. */
  readonly acquisitionCost: number | null;
}

export type Column = keyof Columns;

/** What is chosen side by side, and the columns that go together with it. */
export const mergeFields = {
  name: ['name', 'givenName', 'familyName', 'nameKey'],
  taxId: ['taxId', 'taxCountry'],
  birthDate: ['birthDate'],
  iban: ['iban'],
  language: ['language'],
  preferredChannel: ['preferredChannel'],
  owner: ['ownerId'],
  team: ['teamId'],
  partner: ['partnerId'],
} as const satisfies Readonly<Record<string, readonly Column[]>>;

export type MergeField = keyof typeof mergeFields;

/** Every column that a merge may write, in the order of the record. */
export const columns = [
  ...Object.values(mergeFields).flat(), 'tags', 'source', 'campaignId', 'customerSince', 'doNotContact', 'custom', 'referredBy', 'leftAt',
  'leftReason', 'acquisitionCost',
] as const satisfies readonly Column[];

/** One of the things of which a customer has several and one counts: a current address, a preferred way to reach him, the first contact. */
export interface Part {
  readonly id: string;
  /** BILLING, EMAIL…; of its kind one counts. */
  readonly kind: string;
  /** Since when it counts: the later one is taken to be the truth. */
  readonly since: Instant;
}

/** What a customer said last on a channel, for a purpose. */
export interface Said {
  readonly channel: string;
  readonly purpose: string;
  readonly state: 'GRANTED' | 'DENIED';
  readonly at: Instant;
}

/** A customer as a merge reads him: himself with what was merged into him before. */
export interface Mergeable {
  readonly id: string;
  readonly kind: CustomerKind;
  /** Whether he belongs to the example company, which is removed one day. */
  readonly example: boolean;
  readonly updatedAt: Instant;
  readonly columns: Columns;
  readonly addresses: readonly Part[];
  /** The preferred contact points. */
  readonly preferred: readonly Part[];
  /** The primary contact, alone or not there. */
  readonly primary: readonly Part[];
  readonly consents: readonly Said[];
  /** Himself, who recommended him, who recommended that one, and so on. */
  readonly chain: readonly string[];
}

/** From which of the customers a field is taken, by the field's name. */
export type MergeChoices = ReadonlyMap<string, string>;

/** Whether a column says the same, whatever the order in which custom fields were filled. */
export const isSame = (one: unknown, other: unknown): boolean => written(one) === written(other);

const written = (value: unknown): string => JSON.stringify(value ?? null, (_, inner: unknown) =>
  (inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner));
