import { randomBytes } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { type DoorKind, doorKinds, type DoorSettingsInput, prepareDoor } from '@orbita/domain/leads';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { BusinessLine, given } from '#company';
import { type Em, newId } from '#connection';
import { customFieldsOf } from '#custom-fields';
import type { Writing } from '#requests';
import { appendEvents, refuseStale } from '#timeline';
import { campaignNamed } from '../capture/lead-company.queries.ts';
import { CaptureDoor } from '../lead.entity.ts';

export interface DoorFields {
  readonly name: string;
  readonly settings?: DoorSettingsInput | undefined;
  readonly lineId?: string | null | undefined;
  /** By name; made when there is none of it. */
  readonly campaign?: string | null | undefined;
  readonly active?: boolean | undefined;
}

/** Makes a door with a token that nobody guesses. */
export async function createCaptureDoor(em: Em, { kind, ...fields }: DoorFields & { kind: DoorKind }, writing: Writing): Promise<string | Refusal> {
  if (!doorKinds.includes(kind)) return refuse('INVALID', { field: 'kind', details: { value: kind } });
  const prepared = await prepare(em, fields, writing.now);
  if (isRefused(prepared)) return prepared;
  const row = em.create(CaptureDoor, {
    id: newId(), kind, token: randomBytes(18).toString('base64url'), ...prepared, active: fields.active ?? true,
    createdAt: writing.now, updatedAt: writing.now,
  });
  return told(em, row, 'captureDoorCreated', writing);
}

export interface DoorAt {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface DoorPatch extends DoorFields, DoorAt {}

export async function updateCaptureDoor(em: Em, { id, expectedVersion, ...fields }: DoorPatch, writing: Writing): Promise<string | Refusal> {
  const row = await at(em, { id, expectedVersion }, writing);
  if (isRefused(row)) return row;
  const prepared = await prepare(em, fields, writing.now);
  if (isRefused(prepared)) return prepared;
  Object.assign(row, { ...prepared, ...given({ active: fields.active }), updatedAt: writing.now });
  return told(em, row, 'captureDoorUpdated', writing);
}

/** Takes a door away, once it is shut: pages may still show it while it is open. What came through it stays. */
export async function deleteCaptureDoor(em: Em, asked: DoorAt, writing: Writing): Promise<string | Refusal> {
  const row = await at(em, asked, writing);
  if (isRefused(row)) return row;
  if (row.active) return refuseBecause('CONFLICT', 'DOOR_OPEN', { field: 'id' });
  // A line is not kept from going by doors that went.
  Object.assign(row, { lineId: null, deletedAt: writing.now, updatedAt: writing.now });
  return told(em, row, 'captureDoorDeleted', writing);
}

async function at(em: Em, { id, expectedVersion }: DoorAt, { company }: Writing): Promise<CaptureDoor | Refusal> {
  const row = await em.findOne(CaptureDoor, { id, deletedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!row) return refuse('NOT_FOUND', { field: 'id' });
  return row.version === expectedVersion ? row : refuseStale(em, company.id, { payload: { doorId: id } });
}

async function prepare(em: Em, { name, settings, lineId, campaign }: DoorFields, now: Date) {
  const prepared = prepareDoor(name, settings ?? {}, settings?.own?.length ? await customFieldsOf(em, 'LEAD') : []);
  if (isRefused(prepared)) return prepared;
  if (lineId && (await em.count(BusinessLine, { id: lineId })) === 0) return refuse('NOT_FOUND', { field: 'lineId' });
  const campaignId = campaign?.trim() ? await campaignNamed(em, campaign, now) : null;
  if (isRefused(campaignId)) return campaignId;
  return { name: prepared.name, settings: { ...prepared.settings }, lineId: lineId ?? null, campaignId };
}

async function told(em: Em, { id, name, kind }: CaptureDoor, type: string, { actor, now, company }: Writing): Promise<string> {
  await em.flush();
  await appendEvents(em, [{ customerId: company.id, type, occurredAt: now, payload: { doorId: id, kind, name } }], actor, now);
  return id;
}
