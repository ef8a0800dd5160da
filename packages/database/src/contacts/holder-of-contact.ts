import { type Refusal, refuse } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { Contact } from './contact.entity.ts';

/** Of whose rows a contact is: what is new of it becomes that one's too. `parts`: the customer with those merged into him. */
export async function holderOfContact(em: Em, contactId: string, parts: readonly string[]): Promise<string | Refusal> {
  const contact = await em.findOne(Contact, { id: contactId, customerId: { $in: [...parts] }, deletedAt: null });
  return contact?.customerId ?? refuse('NOT_FOUND', { field: 'contactId' });
}
