import { LockMode } from '@mikro-orm/core';
import { type Action, may } from '@orbita/domain/access';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { Partner, Team } from '#access';
import { type Em, newId } from '#connection';
import type { Writing } from '#requests';
import { appendCompanyEvent } from '../company-event.ts';
import { refuseStale } from '#timeline';
import { belongingTo, letGoOf } from './account.queries.ts';
import { checkName } from './check-user.ts';

type Kind = 'team' | 'partner';

export interface UpdateGroupInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly name: string;
}

const entityOf = { team: Team, partner: Partner } as const;

/** Makes a team or a partner. */
export async function createGroup(em: Em, kind: Kind, given: string, writing: Writing): Promise<string | Refusal> {
  if (!may(writing.viewer, 'user', 'create')) return refuse('FORBIDDEN');
  const name = await checkGroupName(em, kind, given);
  if (isRefused(name)) return name;
  const id = newId();
  em.create(entityOf[kind], { id, name });
  await em.flush();
  await appendCompanyEvent(em, `${kind}Created`, { id, name }, writing);
  return id;
}

/** Renames a team or a partner. */
export async function updateGroup(em: Em, kind: Kind, input: UpdateGroupInput, writing: Writing): Promise<string | Refusal> {
  const group = await loadGroup(em, kind, input, 'update', writing);
  if (isRefused(group)) return group;
  const name = await checkGroupName(em, kind, input.name, group.id);
  if (isRefused(name)) return name;
  const values = { name: { before: group.name, after: name } };
  em.assign(group, { name });
  await em.flush();
  await appendCompanyEvent(em, `${kind}Updated`, { id: group.id, fields: ['name'], values }, writing);
  return group.id;
}

/** Removes a team or a partner to which nobody and nothing belongs any more, and to which no lead is handed. */
export async function deleteGroup(
  em: Em, kind: Kind, input: Omit<UpdateGroupInput, 'name'>, writing: Writing,
): Promise<string | Refusal> {
  const group = await loadGroup(em, kind, input, 'delete', writing);
  if (isRefused(group)) return group;
  const { members, rule, waiting } = await belongingTo(em, kind, group.id);
  if (members) return refuseBecause('CONFLICT', 'STILL_BELONGS', { field: 'id' });
  if (rule !== null) return refuseBecause('CONFLICT', 'ROUTED_TO', { field: 'id', rule });
  if (waiting > 0) return refuseBecause('CONFLICT', 'LEADS_WAITING', { field: 'id', leads: waiting });
  await letGoOf(em, kind, group.id);
  await em.remove(group).flush();
  await appendCompanyEvent(em, `${kind}Deleted`, { id: group.id, name: group.name }, writing);
  return group.id;
}

async function loadGroup(
  em: Em, kind: Kind, input: Omit<UpdateGroupInput, 'name'>, action: Action, writing: Writing,
): Promise<Team | Partner | Refusal> {
  if (!may(writing.viewer, 'user', action)) return refuse('FORBIDDEN');
  const group = await em.findOne<Team | Partner>(entityOf[kind], input.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!group) return refuse('NOT_FOUND', { field: 'id' });
  return group.version === input.expectedVersion ? group : refuseStale(em, writing.company.id, { payload: { id: group.id } });
}

async function checkGroupName(em: Em, kind: Kind, given: string, ownId?: string): Promise<string | Refusal> {
  const name = checkName(given, 100);
  if (isRefused(name)) return name;
  const taken = await em.findOne<Team | Partner>(entityOf[kind], { name, ...(ownId ? { id: { $ne: ownId } } : {}) });
  return taken ? refuse('ALREADY_EXISTS', { field: 'name', details: { value: name } }) : name;
}
