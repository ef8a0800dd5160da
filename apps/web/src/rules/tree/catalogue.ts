import { activityCatalogue } from '@orbita/domain/activities';
import { productCatalogue } from '@orbita/domain/catalog';
import { type CustomField, customFacts, isCustomFact } from '@orbita/domain/custom-fields';
import { isStageFact, type LifecycleModel, modelFacts } from '@orbita/domain/lifecycle';
import { contactCatalogue } from '@orbita/domain/contacts';
import { leadCatalogue } from '@orbita/domain/leads';
import { opportunityCatalogue } from '@orbita/domain/opportunities';
import { orderCatalogue } from '@orbita/domain/orders';
import type { Catalogue, CustomerCatalogue } from '@orbita/domain/rules';
import { segmentCatalogue } from '@orbita/domain/segments';
import { auditCatalogue } from '@orbita/domain/timeline';
import { userCatalogue } from '@orbita/domain/users';

/** What a rule may be about that belongs to a customer, whose facts are read as well. */
type OfCustomer = 'customer' | 'contact' | 'lead' | 'opportunity' | 'order' | 'activity';

/** What a rule may be about. */
export type RuleAbout = OfCustomer | 'product' | 'user' | 'segment' | 'audit';

/** What belongs to no customer: a rule about it reads its own facts alone. */
const own: readonly RuleAbout[] = ['product', 'user', 'segment', 'audit'] satisfies readonly Exclude<RuleAbout, OfCustomer>[];
export const isOfCustomer = (about: RuleAbout): boolean => !own.includes(about);

/** Under which name the facts of a subject stand. */
const prefixes: readonly (readonly [RuleAbout, string])[] = [
  ['contact', 'contacts.'], ['lead', 'lead.'], ['opportunity', 'opportunity.'], ['order', 'order.'], ['activity', 'activity.'], ['product', 'product.'],
  ['user', 'user.'], ['segment', 'segment.'], ['audit', 'audit.'],
];
const facts = new Map([
  ...contactCatalogue().facts, ...leadCatalogue().facts, ...opportunityCatalogue().facts, ...orderCatalogue().facts, ...activityCatalogue().facts, ...productCatalogue().facts,
  ...userCatalogue().facts, ...segmentCatalogue().facts, ...auditCatalogue().facts,
]);
const inUse = new Set<string>();

const { relations } = opportunityCatalogue();
const ofContacts = [...relations.contacts.fields];

/** Everything that rules can read; where customers stand in the company's models is learned before the first page. */
export const catalogue: CustomerCatalogue = { ...opportunityCatalogue(), facts, relations: { ...relations, contacts: { ...relations.contacts, fields: ofContacts } } };

/** Takes the models in use as they are called now; those switched off can still be read in old rules, but are not offered. */
export function learnModels(models: readonly LifecycleModel[]): void {
  inUse.clear();
  for (const fact of modelFacts(models)) {
    facts.set(fact.key, fact);
    inUse.add(fact.key);
  }
}

const ours = new Set<string>();

/** Takes the fields that the company keeps as they are called now. */
export function learnFields(fields: readonly CustomField[]): void {
  for (const key of ours) facts.delete(key);
  ours.clear();
  // Those of contacts are read of his rows, and of a contact itself.
  const his = contactCatalogue(customFacts(fields.filter(({ entity }) => entity === 'CONTACT')));
  ofContacts.splice(0, ofContacts.length, ...his.relations.contacts.fields);
  const others = customFacts(fields.filter(({ entity }) => entity !== 'CONTACT'));
  for (const fact of [...others, ...[...his.facts.values()].filter(({ key }) => isCustomFact(key))]) {
    facts.set(fact.key, fact);
    ours.add(fact.key);
  }
}

/** Facts of a subject are there for no other, and those of customers for none that is nobody's. */
export function isForeign(key: string, about: RuleAbout): boolean {
  const subject = prefixes.find(([, prefix]) => key.startsWith(prefix))?.[0];
  return subject === undefined ? !isOfCustomer(about) : subject !== about;
}

/** What a rule about a subject can read: fields of its related rows may be called like facts of another subject. */
export const catalogueOf = (about: RuleAbout): Catalogue => ({
  ...catalogue, facts: new Map([...facts].filter(([key]) => !isForeign(key, about))), relations: isOfCustomer(about) ? catalogue.relations : {},
});

export const isOffered = (key: string): boolean => !isStageFact(key) || inUse.has(key);
