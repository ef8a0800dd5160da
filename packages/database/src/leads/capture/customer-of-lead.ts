import { may, type Viewer } from '@orbita/domain/access';
import type { PreparedCustomer } from '@orbita/domain/customers';
import { judgeDuplicate, profileOf } from '@orbita/domain/duplicates';
import type { PreparedLead } from '@orbita/domain/leads';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { keepCustomer, restoreCustomer } from '#customers';
import { findDuplicates } from '#duplicates';
import { profilesOf } from '#identity';
import { lockCustomers } from '#lifecycle';
import { type CustomerToWrite, customerToWrite, type Writing } from '#requests';
import { customerByKeys, type KnownCustomer, releaseUnkept } from './lead-company.queries.ts';

/**
 * What of a customer a lead may say anew: all, from those who made him here or may change him; what overturns nothing,
 * from whoever turns to us by himself, as anybody can in his name; nothing, from those who may not see or change him.
 */
export type Say = 'ALL' | 'OWN_WORD' | 'NOTHING';

/** The customer that a lead is about, locked: named, or known by an exact key, or made. */
export type CustomerOfLead = CustomerToWrite & {
  readonly kind: KnownCustomer['kind'];
  readonly say: Say;
  /** Whose e-mail he wrote beside another name, of whoever turns to us by himself: what that one denied is denied. */
  readonly sharesWith?: string | undefined;
};

/** In whose name the customer is looked for, and who it was that asked. */
interface Looking extends Writing {
  readonly asker: Viewer;
  readonly anonymous: boolean;
}

/**
 * An interest is never lost because whoever took it down may not see the customer: somebody known by his keys is found
 * whoever asks, and one who was deleted is there again.
 */
export async function customerOfLead(em: Em, lead: PreparedLead, writing: Writing, anonymous: boolean): Promise<CustomerOfLead | Refusal> {
  const looking = { ...writing, asker: writing.viewer, anonymous };
  if (lead.customerId !== null) return held(em, { id: lead.customerId, kind: 'ORGANISATION', deleted: false }, lead, looking);
  const everybody = { ...looking, viewer: seesAll(writing.viewer) };
  const prepared = lead.customer!;
  const { known, emailHolder } = await recognise(em, prepared, everybody.viewer);
  if (known) return held(em, known, lead, everybody);
  const { partnerId } = writing.viewer;
  const made = await keepCustomer(em, prepared, { ownerId: null, teamId: null, partnerId }, everybody, { emailIsShared: emailHolder !== undefined });
  if (isRefused(made)) return madeByAnother(em, made, lead, everybody);
  const customer = await held(em, { id: made, kind: prepared.kind, deleted: false }, lead, everybody, true);
  return isRefused(customer) || !anonymous ? customer : { ...customer, sharesWith: emailHolder };
}

/** Whom his keys mean: but for one of another name who has the same e-mail, who is somebody else. */
async function recognise(em: Em, prepared: PreparedCustomer, viewer: Viewer): Promise<{ known?: KnownCustomer; emailHolder?: string }> {
  const known = await customerByKeys(em, prepared.identityKeys);
  if (!known || known.deleted) return known ? { known } : {};
  const profile = profileOf(prepared);
  const [holder] = await profilesOf(em, [known.id]);
  if (!holder || judgeDuplicate(profile, holder).verdict !== 'LIKELY') return { known };
  const certain = (await findDuplicates(em, profile, viewer)).find(({ verdict }) => verdict === 'CERTAIN')?.customer;
  return { ...(certain ? { known: { ...certain, deleted: false } } : {}), emailHolder: holder.rootId };
}

/** Somebody else made him while we were about to. */
async function madeByAnother(em: Em, refusal: Refusal, lead: PreparedLead, looking: Looking): Promise<CustomerOfLead | Refusal> {
  if (refusal.code !== 'ALREADY_EXISTS') return refusal;
  await releaseUnkept(em, lead.customer!.identityKeys);
  const known = await customerByKeys(em, lead.customer!.identityKeys);
  return known ? held(em, known, lead, looking) : refusal;
}

async function held(em: Em, { id, kind, deleted }: KnownCustomer, { referrerId }: PreparedLead, looking: Looking, isNew = false): Promise<CustomerOfLead | Refusal> {
  if (referrerId) await lockCustomers(em, [id, referrerId], looking.now);
  if (deleted) {
    const restored = await restoreCustomer(em, id, looking);
    if (isRefused(restored)) return restored;
  }
  const customer = await customerToWrite(em, id, 'lead', 'create', looking);
  return isRefused(customer) ? customer : { ...customer, kind, say: isNew ? 'ALL' : sayOf(customer, looking) };
}

function sayOf(customer: CustomerToWrite, { asker, anonymous }: Looking): Say {
  if (anonymous) return 'OWN_WORD';
  return may(asker, 'customer', 'read', customer) && may(asker, 'customer', 'update', customer) ? 'ALL' : 'NOTHING';
}

const seesAll = (viewer: Viewer): Viewer => ({ ...viewer, role: 'administrator' });
