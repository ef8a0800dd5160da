import type { Person } from '#testing';

/** Customers to write about, made through the front door. */
export async function someCustomers(person: Person, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const { body } = await person.ask(`mutation { createCustomer(input: { kind: ORGANISATION, name: "Bodegas ${at}" }) { customer { id } } }`);
    ids.push((body.data?.['createCustomer'] as { customer: { id: string } }).customer.id);
  }
  return ids;
}
