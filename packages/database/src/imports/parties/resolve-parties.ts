import { type ImportedParty, refuseBecause, type RowProblem } from '@orbita/domain/imports';
import type { IdentityKey } from '@orbita/domain/identity';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { lockCustomers } from '#lifecycle';
import type { TimelineEvent } from '#timeline';
import { keyText, knownCustomers, placeCustomers } from '../customers/index.ts';
import { count, type PlacingDated } from '../job/index.ts';
import { keepBefore } from '../undo/touched.queries.ts';
import { deletedAmong } from './parties.queries.ts';

export interface AskedParty {
  readonly party: ImportedParty;
  /** UTC milliseconds: since when he is a customer, if he is made of this row. */
  readonly since: number;
}

/** The customer of a row, and in what the row was not followed about him. */
export interface FoundParty {
  readonly id: string;
  readonly kept: readonly string[];
}

export interface ResolvedParties {
  /** One answer for each, in their order. */
  readonly parties: readonly (FoundParty | RowProblem)[];
  readonly made: readonly string[];
  /** Those of whom something was not known before, the made ones among them. */
  readonly changed: readonly string[];
  readonly events: readonly TimelineEvent[];
}

/** Finds the customer of each row by his exact keys, fills what is empty, or makes him; locks them all. */
export async function resolveParties(em: Em, asked: readonly AskedParty[], { bound, run, system, state, now }: PlacingDated): Promise<ResolvedParties> {
  const whole = asked.filter(({ party }) => !party.keysOnly);
  const { placed, events } = await placeCustomers(em, whole.map(({ party, since }) => ({ customer: party.customer, since })), { now, importId: run.jobId, system, onExisting: 'fill' });
  const column = ['externalId', 'email', 'contactEmail', 'name'].map((field) => bound.columnOf(`customer.${field}`)).find((one) => one !== '') ?? '';
  const found = new Map<AskedParty, FoundParty | RowProblem>();
  const made: string[] = [];
  const changed: string[] = [];
  for (const [index, answer] of placed.entries()) {
    const one = whole[index]!;
    if (isRefused(answer)) found.set(one, { column, refusal: answer });
    else if ('id' in answer) {
      found.set(one, { id: answer.id, kept: answer.kept.map((field) => `customer.${field}`) });
      if (answer.fate === 'created') made.push(answer.id);
      if (answer.fate !== 'unchanged') changed.push(answer.id);
      count(state, 'customers', answer.fate);
      count(state, 'contacts', 'created', answer.newContacts);
    }
  }
  const byKeys = await findByKeys(em, asked.filter(({ party }) => party.keysOnly), now);
  for (const [one, answer] of byKeys) found.set(one, isRefused(answer) ? { column, refusal: answer } : { id: answer, kept: [] });
  const parties = asked.map((one) => found.get(one)!);
  await keepBefore(em, run.jobId, parties.flatMap((one) => ('id' in one ? [one.id] : [])));
  return { parties, made, changed, events };
}

async function findByKeys(em: Em, asked: readonly AskedParty[], now: Date): Promise<Map<AskedParty, string | Refusal>> {
  if (asked.length === 0) return new Map();
  const owners = await knownCustomers(em, asked.flatMap(({ party }) => party.customer.identityKeys));
  const deleted = await deletedAmong(em, [...owners.values()]);
  await lockCustomers(em, [...owners.values()], now);
  return new Map(asked.map((one) => [one, ownerOf(one.party.customer.identityKeys, owners, deleted)]));
}

function ownerOf(keys: readonly IdentityKey[], owners: ReadonlyMap<string, string>, deleted: ReadonlySet<string>): string | Refusal {
  const [id, ...others] = new Set(keys.flatMap((key) => owners.get(keyText(key)) ?? []));
  const named = keys.map(({ value }) => value).join(', ');
  if (id === undefined) return refuseBecause('NOT_FOUND', 'NO_CUSTOMER', { value: named });
  if (others.length > 0) return refuseBecause('CONFLICT', 'KEYS_OF_SEVERAL', { keys: named });
  return deleted.has(id) ? refuseBecause('CONFLICT', 'DELETED') : id;
}
