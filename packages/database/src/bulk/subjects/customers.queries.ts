import type { Viewer } from '@orbita/domain/access';
import { type BulkChange, takenBack } from '@orbita/domain/bulk';
import { type CustomField, customFactKey, type CustomValue, enteredValue, isCustomFact } from '@orbita/domain/custom-fields';
import { isRefused, refuse, type Refusal, refuseBecause } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { visible } from '#access';
import type { Em } from '#connection';
import { customFieldsOf } from '#custom-fields';
import {
  Customer, customerCondition, type CustomerPatch, deleteCustomers, type PatchOf, previewDeletes, previewRestores, previewUpdates, restoreCustomers,
  type UpdatedCustomer, updateCustomers,
} from '#customers';
import { lockCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import type { BulkActs, BulkAnswer, WrittenThing } from '../bulk-acts.ts';

/** Customers are changed many in a transaction, set by set: as one by one, and ten times as fast. */
export const customerActs: BulkActs = {
  atOnce: 250,
  previewed: 2000,
  named: (filter, viewer, { now }) => sql`select f.customer_id as id, f.customer_id from customer_facts f where ${customerCondition(filter, viewer, now)}`,
  called: (id, viewer) => sql<string | null>`(
    select c.name from customer c where c.id = ${id} and ${visible('c', viewer)} and (c.deleted_at is null or ${sql.lit(maySeeDeleted(viewer))}))`,
  perform: async (em, ids, change, writing) => {
    if (change.verb === 'DELETE') return turned(await deleteCustomers(em, ids, writing), deletedAt(writing));
    if (change.verb === 'RESTORE') return restoredAs(em, await restoreCustomers(em, ids, writing));
    return (await updateCustomers(em, ids, patchOf(change), writing)).map(answered);
  },
  preview: async (em, ids, change, writing) => {
    if (change.verb === 'DELETE') return turned(await previewDeletes(em, ids, writing), deletedAt(writing));
    if (change.verb === 'RESTORE') return turned(await previewRestores(em, ids, writing), restored);
    return (await previewUpdates(em, ids, patchOf(change), writing)).map(answered);
  },
  takeBack: async (em, things, { verb }, writing) => {
    if (verb === 'RESTORE') return deleteWhoStayed(em, things, writing);
    if (verb === 'DELETE') return restoreWhoStayed(em, things, writing);
    const fields = await customFieldsOf(em, 'CUSTOMER');
    // Of one who is part of another by now, the other is not who was changed.
    const back: PatchOf = (customer, at) =>
      (customer.id === things[at]!.id ? patchBack(customer, things[at]!, fields, writing) : refuseBecause('CONFLICT', 'CHANGED_SINCE', { field: 'id' }));
    return (await updateCustomers(em, things.map(({ id }) => id), back, writing)).map(answered);
  },
};

const maySeeDeleted = ({ role }: Viewer): boolean => role === 'administrator' || role === 'manager';
const deletedAt = ({ now }: Writing) => ({ deletedAt: { before: null, after: now.toISOString() } });
const restored = { restored: { before: false, after: true } };
const turned = (answers: readonly (string | Refusal)[], changed: Record<string, { before: unknown; after: unknown }>): BulkAnswer[] =>
  answers.map((answer) => (isRefused(answer) ? answer : { changed }));
const answered = (answer: UpdatedCustomer | Refusal): BulkAnswer => (isRefused(answer) ? answer : { changed: answer.changed });

/** What is to be written of a customer, who is as he is now. */
const patchOf = ({ ownerId, teamId, addTags, removeTags, source, preferredChannel, doNotContact, language, custom }: BulkChange): PatchOf =>
  ({ id, tags }) => ({
    id, ownerId, teamId, source, preferredChannel, doNotContact: doNotContact ?? undefined, language, custom,
    ...(addTags || removeTags ? { tags: [...tags.filter((tag) => !removeTags?.includes(tag)), ...(addTags ?? [])] } : {}),
  });

function patchBack(customer: Customer, { written }: WrittenThing, fields: readonly CustomField[], { company }: Writing): CustomerPatch | Refusal {
  const custom = Object.fromEntries(Object.entries(customer.custom).map(([name, value]) => [customFactKey({ entity: 'CUSTOMER', name }), value]));
  const back = takenBack(written, { ...customer, ...custom });
  if (isRefused(back)) return back;
  const own = Object.entries(back).filter(([key]) => !isCustomFact(key));
  const gone = Object.keys(back).find((key) => isCustomFact(key) && !fields.some((field) => customFactKey(field) === key));
  if (gone) return refuse('NOT_FOUND', { field: gone });
  const entered = fields.filter((field) => customFactKey(field) in back)
    .map((field) => enteredValue(field, back[customFactKey(field)] as CustomValue | null, company.currency));
  return { id: customer.id, ...Object.fromEntries(own), custom: entered, takesBack: true };
}

/** Tells of whom it brought back in which version, so that it shows when somebody worked on him since. */
async function restoredAs(em: Em, answers: readonly (string | Refusal)[]): Promise<BulkAnswer[]> {
  const found = await customersOf(em, answers.filter((answer): answer is string => !isRefused(answer)));
  return answers.map((answer) => (isRefused(answer) ? answer : { changed: { ...restored, version: { before: null, after: found.get(answer)!.version } } }));
}

const customersOf = async (em: Em, ids: readonly string[]): Promise<Map<string, Customer>> =>
  new Map((await em.find(Customer, { id: { $in: [...ids] } })).map((customer) => [customer.id, customer]));

/** Brings back those who are deleted since the very change that deleted them. */
async function restoreWhoStayed(em: Em, things: readonly WrittenThing[], writing: Writing): Promise<BulkAnswer[]> {
  const stayed = (customer: Customer | undefined, { written }: WrittenThing) => customer?.deletedAt?.toISOString() === written['deletedAt']?.after;
  return turned(await turnWhoStayed(em, things, stayed, 'deletedAt', restoreCustomers, writing), restored);
}

/** Deletes again those on whom nobody worked since the change that brought them back. */
async function deleteWhoStayed(em: Em, things: readonly WrittenThing[], writing: Writing): Promise<BulkAnswer[]> {
  const stayed = (customer: Customer | undefined, { written }: WrittenThing) => customer !== undefined && customer.version === written['version']?.after;
  return turned(await turnWhoStayed(em, things, stayed, 'version', deleteCustomers, writing), deletedAt(writing));
}

async function turnWhoStayed(
  em: Em, things: readonly WrittenThing[], isAsLeft: (customer: Customer | undefined, thing: WrittenThing) => boolean, field: string,
  turn: typeof deleteCustomers, writing: Writing,
): Promise<(string | Refusal)[]> {
  await lockCustomers(em, things.map(({ id }) => id), writing.now);
  const found = await customersOf(em, things.map(({ id }) => id));
  const stayed = things.filter((thing) => isAsLeft(found.get(thing.id), thing)).map(({ id }) => id);
  const answers = new Map((await turn(em, stayed, writing)).map((answer, at) => [stayed[at]!, answer]));
  return things.map(({ id }) => answers.get(id) ?? refuseBecause('CONFLICT', 'CHANGED_SINCE', { field }));
}
