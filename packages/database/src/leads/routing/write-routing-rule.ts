import { LockMode } from '@mikro-orm/core';
import { type Assignment, leadCatalogue, prepareRoutingRule, type RoutingRuleInput } from '@orbita/domain/leads';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { Team, User } from '#access';
import { given } from '#company';
import { type Em, newId } from '#connection';
import { catalogueFor } from '#lifecycle';
import type { Writing } from '#requests';
import { appendEvents } from '#timeline';
import { RoutingRule } from '../lead.entity.ts';

export interface NewRoutingRule extends RoutingRuleInput {
  readonly active?: boolean | undefined;
}

/** Adds a rule, asked after all others. */
export async function createRoutingRule(em: Em, input: NewRoutingRule, writing: Writing): Promise<string | Refusal> {
  const prepared = await prepare(em, input);
  if (isRefused(prepared)) return prepared;
  const [last] = await em.find(RoutingRule, {}, { orderBy: { position: 'desc' }, limit: 1 });
  const row = em.create(RoutingRule, { id: newId(), ...prepared, position: (last?.position ?? -1) + 1, active: input.active ?? true, updatedAt: writing.now });
  return told(em, row, 'routingRuleCreated', writing);
}

export interface RoutingRulePatch extends NewRoutingRule {
  readonly id: string;
  readonly expectedVersion: number;
}

export async function updateRoutingRule(em: Em, { id, expectedVersion, ...input }: RoutingRulePatch, writing: Writing): Promise<string | Refusal> {
  const row = await at(em, id, expectedVersion);
  if (isRefused(row)) return row;
  const prepared = await prepare(em, input);
  if (isRefused(prepared)) return prepared;
  Object.assign(row, { ...prepared, ...given({ active: input.active }), updatedAt: writing.now });
  return told(em, row, 'routingRuleUpdated', writing);
}

export async function deleteRoutingRule(em: Em, { id, expectedVersion }: { id: string; expectedVersion: number }, writing: Writing): Promise<string | Refusal> {
  const row = await at(em, id, expectedVersion);
  if (isRefused(row)) return row;
  em.remove(row);
  return told(em, row, 'routingRuleDeleted', writing);
}

/** Puts the rules into the order in which they are asked; those that are not named come after. */
export async function sortRoutingRules(em: Em, ids: readonly string[], writing: Writing): Promise<true | Refusal> {
  const rows = await em.find(RoutingRule, {}, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });
  if (ids.some((id) => !rows.some((row) => row.id === id))) return refuse('NOT_FOUND', { field: 'ids' });
  const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  for (const [position, row] of rows.toSorted((a, b) => place(a.id) - place(b.id) || a.position - b.position).entries()) {
    if (row.position !== position) Object.assign(row, { position, updatedAt: writing.now });
  }
  await em.flush();
  await appendEvents(em, [{ customerId: writing.company.id, type: 'routingRulesSorted', occurredAt: writing.now, payload: {} }], writing.actor, writing.now);
  return true;
}

async function at(em: Em, id: string, expectedVersion: number): Promise<RoutingRule | Refusal> {
  const row = await em.findOne(RoutingRule, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!row) return refuse('NOT_FOUND', { field: 'id' });
  return row.version === expectedVersion ? row : refuse('STALE_VERSION', { field: 'expectedVersion' });
}

async function prepare(em: Em, input: NewRoutingRule): Promise<{ name: string; rule: Record<string, unknown>; assignment: Record<string, unknown> } | Refusal> {
  // Of the stages of the company's own models too, as they are called now.
  const prepared = prepareRoutingRule(input, await catalogueFor(em, input.rule, leadCatalogue));
  if (isRefused(prepared)) return prepared;
  const strange = await strangers(em, prepared.assign);
  if (strange) return strange;
  const { name, rule, ...assignment } = prepared;
  return { name, rule: rule as unknown as Record<string, unknown>, assignment };
}

/** A rule may hand over only to those who are there. */
async function strangers(em: Em, assign: Assignment): Promise<Refusal | undefined> {
  if (assign.to === 'USERS') {
    const known = await em.count(User, { id: { $in: [...assign.userIds] }, active: true });
    return known < new Set(assign.userIds).size ? refuse('NOT_FOUND', { field: 'assign.userIds' }) : undefined;
  }
  if (assign.to === 'TEAM') return (await em.count(Team, { id: assign.teamId })) === 0 ? refuse('NOT_FOUND', { field: 'assign.teamId' }) : undefined;
  return undefined;
}

async function told(em: Em, { id, name }: RoutingRule, type: string, { actor, now, company }: Writing): Promise<string> {
  await em.flush();
  await appendEvents(em, [{ customerId: company.id, type, occurredAt: now, payload: { ruleId: id, name } }], actor, now);
  return id;
}
