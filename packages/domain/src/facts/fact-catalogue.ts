import { declareFact, inBoth } from './declare-fact.ts';
import { activityFacts } from './declared/activity-facts.ts';
import { customerFacts } from './declared/customer-facts.ts';
import { cycleFacts } from './declared/cycle-facts.ts';
import { orderFacts } from './declared/order-facts.ts';
import { serviceFacts } from './declared/service-facts.ts';
import { stageFacts } from './declared/stage-facts.ts';
import { valueFacts } from './declared/value-facts.ts';
import type { FactDefinition, FactRoom, FieldDefinition } from './fact.ts';

/** Every fact about a customer, also those whose room does not exist yet. */
export const factCatalogue: readonly FactDefinition[] = [
  ...customerFacts, ...orderFacts, ...valueFacts, ...activityFacts, ...cycleFacts, ...serviceFacts, ...stageFacts,
];

/** The rooms that exist; a fact of any other room is absent from every customer and hence unknown. */
export const presentRooms: readonly FactRoom[] = ['1', '2'];

const byKey = new Map(factCatalogue.map((fact) => [fact.key, fact]));

/** The declaration of a fact of the product; custom fields are not among them. */
export const factDefinition = (key: string): FactDefinition | undefined => byKey.get(key);

export const isPresent = (fact: FactDefinition): boolean => presentRooms.includes(fact.room);

/** The facts that can have a value today. */
export const presentFacts = (): readonly FactDefinition[] => factCatalogue.filter(isPresent);

/** The fact that a custom field of the company is; its key is `custom.` and the field's name. */
export function customFact(field: Omit<FieldDefinition, 'key'> & { readonly name: string }): FactDefinition {
  const { name, label, type, values, ...extras } = field;
  const fact = declareFact(`custom.${name}`, type, ['E', '1'], label, inBoth('not filled', 'sin rellenar'), extras);
  return values ? { ...fact, values } : fact;
}
