import { type CustomField, customFacts } from '@orbita/domain/custom-fields';
import { isStageFact, type LifecycleModel, modelFacts } from '@orbita/domain/lifecycle';
import { leadCatalogue } from '@orbita/domain/leads';
import { opportunityCatalogue } from '@orbita/domain/opportunities';
import { type Catalogue, customerCatalogue } from '@orbita/domain/rules';

/** What a rule may be about; of each the customer's facts are read as well. */
export type RuleAbout = 'customer' | 'lead' | 'opportunity';

const subjects: readonly RuleAbout[] = ['lead', 'opportunity'];
const facts = new Map([...leadCatalogue().facts, ...opportunityCatalogue().facts]);
const inUse = new Set<string>();

const { relations } = opportunityCatalogue();
const ofContacts = [...relations.contacts.fields];

/** Everything that rules can read; where customers stand in the company's models is learned before the first page. */
export const catalogue: Catalogue = { ...opportunityCatalogue(), facts, relations: { ...relations, contacts: { ...relations.contacts, fields: ofContacts } } };

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
  const [his, others] = [fields.filter(({ entity }) => entity === 'CONTACT'), fields.filter(({ entity }) => entity !== 'CONTACT')];
  ofContacts.splice(0, ofContacts.length, ...customerCatalogue(customFacts(his)).relations.contacts.fields);
  for (const fact of customFacts(others)) {
    facts.set(fact.key, fact);
    ours.add(fact.key);
  }
}

/** Facts of a subject stand under its name, and are there for no other. */
export const isForeign = (key: string, about: RuleAbout): boolean => subjects.some((subject) => subject !== about && key.startsWith(`${subject}.`));

export const isOffered = (key: string): boolean => !isStageFact(key) || inUse.has(key);
