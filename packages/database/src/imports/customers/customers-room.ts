import { contactField, type ImportedCustomer, readContact, readTakenCustomer } from '@orbita/domain/imports';
import { isRefused } from '@orbita/domain/refusal';
import { refreshCustomOrder } from '#custom-fields';
import { refreshCustomers } from '#lifecycle';
import { appendEvents } from '#timeline';
import { count, type FlatRoom, type Outcome } from '../job/index.ts';
import { placeCustomers } from './place-customers.ts';

/** `byName`: an organisation without a key in common with anybody is the one that is called so, where only one is. */
const placing = ({ byName }: { readonly byName: boolean }): FlatRoom<ImportedCustomer>['place'] => async (em, customers, { fields, run, system, onExisting, onLikely, onUnknownOwner, now, state }) => {
  const since = now.getTime();
  const { placed, events } = await placeCustomers(em, customers.map((customer) => ({ customer, since })), { now, importId: run.jobId, system, onExisting, onLikely, onUnknownOwner, byName });
  const touched = placed.flatMap((one) => ('id' in one && one.fate !== 'unchanged' ? [one.id] : []));
  await appendEvents(em, events, run.actor, now);
  if (run.customFields.length > 0) await refreshCustomOrder(em, [...new Set(touched)]);
  await refreshCustomers(em, [...new Set(touched)], { now, zone: run.company.zone, actor: run.actor });
  return placed.map((one, index): Outcome => {
    if (isRefused(one)) return { column: one.field ? fields.columnOf(one.field) : (customers[index]?.identityKeys.length ?? 0) > 0 ? fields.columnOf('externalId') : '', refusal: one };
    if ('skipped' in one) return one;
    count(state, 'customers', one.fate);
    count(state, 'contacts', 'created', one.newContacts);
    return byName ? { ...one, kept: one.kept.map(contactField) } : one;
  });
};

export const customersRoom: FlatRoom<ImportedCustomer> = {
  read: (cells, { fields, system, company, customFields }, problems) =>
    readTakenCustomer(fields, cells, { system, country: company.country, custom: { fields: customFields, ...company } }, problems),
  place: placing({ byName: false }),
};

/** People who act for organisations, each with the organisation by id, tax number or name; one that is not there is made. */
export const contactsRoom: FlatRoom<ImportedCustomer> = {
  read: (cells, { fields, system, company, customFields }, problems) =>
    readContact(fields, cells, { system, country: company.country, custom: { fields: customFields, ...company } }, problems),
  place: placing({ byName: true }),
};
