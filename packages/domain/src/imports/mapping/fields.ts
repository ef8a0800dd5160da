import { activityKindLabels, activityKinds, directionLabels, directions } from '#activities';
import { channels } from '#contacts';
import { customerKinds, customerSourceLabels, customerSources } from '#customers';
import { type Bilingual, customerKinds as customerKindLabels } from '#facts';
import {
  disqualificationReasonLabels, disqualificationReasons, leadChannelLabels, leadChannels, leadStatuses, leadStatusLabels,
} from '#leads';
import { lossReasonLabels, lossReasons, opportunityStatuses, opportunityStatusLabels } from '#opportunities';
import { orderChannels } from '#orders';

/** How the text of a cell is read for a field. */
export type FieldKind = 'TEXT' | 'DECIMAL' | 'DATE' | 'INSTANT' | 'BOOLEAN' | 'LIST' | 'CURRENCY' | readonly string[];

export interface FieldOf {
  readonly reads: FieldKind;
  readonly required?: true;
  readonly maximum?: number;
  /** What the interface calls each choice: a file may say it as well. */
  readonly labels?: Readonly<Record<string, Bilingual>>;
}

/** What a mapping may fill on a customer, his contact and his main address. */
export const customerFields = {
  externalId: { reads: 'TEXT', maximum: 120 },
  kind: { reads: customerKinds, labels: customerKindLabels },
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
  firstSource: { reads: customerSources, labels: customerSourceLabels },
  preferredChannel: { reads: channels },
  doNotContact: { reads: 'BOOLEAN' },
  email: { reads: 'TEXT', maximum: 254 },
  email2: { reads: 'TEXT', maximum: 254 },
  phone: { reads: 'TEXT', maximum: 60 },
  phone2: { reads: 'TEXT', maximum: 60 },
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

/** What a file of customers may fill beside: whose they are. Of customers who come along with something else, that says it. */
export const ownedCustomerFields = { ...customerFields, owner: { reads: 'TEXT', maximum: 254 } } as const satisfies Readonly<Record<string, FieldOf>>;

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

/** What a mapping may fill on a lead; people by e-mail or name, the budget a number of the company's currency. */
export const leadFields = {
  externalId: { reads: 'TEXT', maximum: 120 },
  channel: { reads: leadChannels, labels: leadChannelLabels },
  source: { reads: customerSources, labels: customerSourceLabels },
  campaign: { reads: 'TEXT', maximum: 120 },
  businessLine: { reads: 'TEXT', maximum: 100 },
  subject: { reads: 'TEXT', maximum: 200 },
  message: { reads: 'TEXT', maximum: 20_000 },
  need: { reads: 'TEXT', maximum: 1000 },
  budget: { reads: 'DECIMAL' },
  owner: { reads: 'TEXT', maximum: 254 },
  status: { reads: leadStatuses, labels: leadStatusLabels },
  capturedAt: { reads: 'INSTANT' },
  firstResponseAt: { reads: 'INSTANT' },
  decidedAt: { reads: 'INSTANT' },
  nurtureUntil: { reads: 'INSTANT' },
  disqualifiedReason: { reads: disqualificationReasons, labels: disqualificationReasonLabels },
  reasonNote: { reads: 'TEXT', maximum: 1000 },
  opportunityTitle: { reads: 'TEXT', maximum: 200 },
} as const satisfies Readonly<Record<string, FieldOf>>;

/** What a mapping may fill on an opportunity; `lead` and `order` are ids and numbers of the same system. */
export const opportunityFields = {
  externalId: { reads: 'TEXT', maximum: 120 },
  title: { reads: 'TEXT', required: true, maximum: 200 },
  amount: { reads: 'DECIMAL' },
  currency: { reads: 'CURRENCY' },
  pipeline: { reads: 'TEXT', maximum: 60 },
  businessLine: { reads: 'TEXT', maximum: 100 },
  stage: { reads: 'TEXT', maximum: 60 },
  stageSince: { reads: 'INSTANT' },
  status: { reads: opportunityStatuses, labels: opportunityStatusLabels },
  openedAt: { reads: 'INSTANT', required: true },
  closedAt: { reads: 'INSTANT' },
  expectedCloseOn: { reads: 'DATE' },
  winReasons: { reads: 'LIST' },
  lossReason: { reads: lossReasons, labels: lossReasonLabels },
  closeNote: { reads: 'TEXT', maximum: 2000 },
  competitor: { reads: 'TEXT', maximum: 200 },
  owner: { reads: 'TEXT', maximum: 254 },
  source: { reads: customerSources, labels: customerSourceLabels },
  lead: { reads: 'TEXT', maximum: 120 },
  order: { reads: 'TEXT', maximum: 60 },
} as const satisfies Readonly<Record<string, FieldOf>>;

/** What a mapping may fill on an activity; people by e-mail or name. A task says when it is due, everything else when it was. */
export const activityFields = {
  externalId: { reads: 'TEXT', maximum: 120 },
  kind: { reads: activityKinds, labels: activityKindLabels },
  direction: { reads: directions, labels: directionLabels },
  subject: { reads: 'TEXT', maximum: 200 },
  body: { reads: 'TEXT', maximum: 20_000 },
  occurredAt: { reads: 'INSTANT' },
  durationMinutes: { reads: 'DECIMAL' },
  dueAt: { reads: 'INSTANT' },
  doneAt: { reads: 'INSTANT' },
  owner: { reads: 'TEXT', maximum: 254 },
} as const satisfies Readonly<Record<string, FieldOf>>;

/** What a mapping may fill on a contact and the organisation for which the person acts. */
export const contactFields = {
  organisation: { reads: 'TEXT', required: true, maximum: 200 },
  organisationId: { reads: 'TEXT', maximum: 120 },
  taxId: { reads: 'TEXT', maximum: 40 },
  country: { reads: 'TEXT', maximum: 60 },
  name: { reads: 'TEXT', maximum: 200 },
  givenName: { reads: 'TEXT', maximum: 100 },
  familyName: { reads: 'TEXT', maximum: 100 },
  jobTitle: { reads: 'TEXT', maximum: 100 },
  email: { reads: 'TEXT', maximum: 254 },
  email2: { reads: 'TEXT', maximum: 254 },
  phone: { reads: 'TEXT', maximum: 60 },
  phone2: { reads: 'TEXT', maximum: 60 },
} as const satisfies Readonly<Record<string, FieldOf>>;

export type FieldsOf = Readonly<Record<string, FieldOf>>;
