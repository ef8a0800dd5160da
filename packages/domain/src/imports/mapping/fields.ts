import { channels } from '#contacts';
import { customerKinds, customerSources } from '#customers';
import { orderChannels } from '#orders';

/** How the text of a cell is read for a field. */
export type FieldKind = 'TEXT' | 'DECIMAL' | 'DATE' | 'INSTANT' | 'BOOLEAN' | 'LIST' | 'CURRENCY' | readonly string[];

export interface FieldOf {
  readonly reads: FieldKind;
  readonly required?: true;
  readonly maximum?: number;
}

/** What a mapping may fill on a customer, his contact and his main address. */
export const customerFields = {
  externalId: { reads: 'TEXT', maximum: 120 },
  kind: { reads: customerKinds },
  name: { reads: 'TEXT', maximum: 200 },
  givenName: { reads: 'TEXT', maximum: 100 },
  familyName: { reads: 'TEXT', maximum: 100 },
  taxId: { reads: 'TEXT', maximum: 40 },
  taxCountry: { reads: 'TEXT', maximum: 60 },
  birthDate: { reads: 'DATE' },
  iban: { reads: 'TEXT', maximum: 60 },
  language: { reads: 'TEXT', maximum: 10 },
  customerSince: { reads: 'INSTANT' },
  tags: { reads: 'LIST' },
  firstSource: { reads: customerSources },
  preferredChannel: { reads: channels },
  doNotContact: { reads: 'BOOLEAN' },
  email: { reads: 'TEXT', maximum: 254 },
  phone: { reads: 'TEXT', maximum: 60 },
  mobile: { reads: 'TEXT', maximum: 60 },
  website: { reads: 'TEXT', maximum: 300 },
  contactName: { reads: 'TEXT', maximum: 200 },
  contactTitle: { reads: 'TEXT', maximum: 100 },
  contactEmail: { reads: 'TEXT', maximum: 254 },
  contactPhone: { reads: 'TEXT', maximum: 60 },
  addressLine1: { reads: 'TEXT', maximum: 300 },
  addressLine2: { reads: 'TEXT', maximum: 300 },
  city: { reads: 'TEXT', maximum: 120 },
  region: { reads: 'TEXT', maximum: 120 },
  postalCode: { reads: 'TEXT', maximum: 20 },
  country: { reads: 'TEXT', maximum: 60 },
} as const satisfies Readonly<Record<string, FieldOf>>;

/** What a mapping may fill on a product; prices are decimal numbers of the currency. */
export const productFields = {
  code: { reads: 'TEXT', required: true, maximum: 60 },
  name: { reads: 'TEXT', maximum: 300 },
  category: { reads: 'TEXT', maximum: 120 },
  unit: { reads: 'TEXT', maximum: 60 },
  currency: { reads: 'CURRENCY' },
  listPrice: { reads: 'DECIMAL' },
  cost: { reads: 'DECIMAL' },
  active: { reads: 'BOOLEAN' },
} as const satisfies Readonly<Record<string, FieldOf>>;

/** What a mapping may fill on an order; `deliveredAt` or `settledAt` mapped makes it a tracked order. */
export const orderFields = {
  number: { reads: 'TEXT', required: true, maximum: 60 },
  customer: { reads: 'TEXT', required: true, maximum: 120 },
  placedAt: { reads: 'INSTANT', required: true },
  currency: { reads: 'CURRENCY', required: true },
  channel: { reads: orderChannels },
  businessLine: { reads: 'TEXT', maximum: 100 },
  deliveredAt: { reads: 'INSTANT' },
  settledAt: { reads: 'INSTANT' },
  cancelledAt: { reads: 'INSTANT' },
  contractEndsAt: { reads: 'INSTANT' },
} as const satisfies Readonly<Record<string, FieldOf>>;

/** What a mapping may fill on a line of an order; `order` joins lines that come in a file of their own. */
export const lineFields = {
  order: { reads: 'TEXT', maximum: 60 },
  product: { reads: 'TEXT', maximum: 60 },
  description: { reads: 'TEXT', maximum: 500 },
  quantity: { reads: 'DECIMAL', required: true },
  unitPrice: { reads: 'DECIMAL', required: true },
  listPrice: { reads: 'DECIMAL' },
  discountPercent: { reads: 'DECIMAL' },
  returnOf: { reads: 'TEXT', maximum: 60 },
} as const satisfies Readonly<Record<string, FieldOf>>;

export type FieldsOf = Readonly<Record<string, FieldOf>>;
