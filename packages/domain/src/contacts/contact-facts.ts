import { declareFact, type FactDefinition } from '#facts';
import { type CustomerCatalogue, customerCatalogue } from '#rules';

/** What rules may read of a contact are the fields that rules about customers read of contacts, under the same names: `contacts.role`. */
const factOfContact = ({ key, type, label, ...extras }: CustomerCatalogue['relations']['contacts']['fields'][number]): FactDefinition =>
  ({ ...declareFact(`contacts.${key}`, type, ['E', '1'], label, null), ...extras });

/** What rules about a contact may read, beside everything about its customer; custom fields of both are handed in. */
export function contactCatalogue(extra: readonly FactDefinition[] = []): CustomerCatalogue {
  const customer = customerCatalogue(extra);
  const own = customer.relations.contacts.fields.map(factOfContact);
  return { ...customer, subject: 'contact', facts: new Map([...own.map((fact) => [fact.key, fact] as const), ...customer.facts]) };
}
