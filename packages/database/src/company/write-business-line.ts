import { LockMode } from '@mikro-orm/core';
import { type Action, may } from '@orbita/domain/access';
import { type BusinessLineSettings, prepareBusinessLine } from '@orbita/domain/company';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import type { Writing } from '#requests';
import { appendCompanyEvent, changedValues } from './company-event.ts';
import { BusinessLine } from './company.entity.ts';
import { lineInUse } from './company.queries.ts';
import { given } from './given.ts';
import { refuseStale } from '#timeline';

export type BusinessLineInput = { readonly [setting in keyof BusinessLineSettings]?: BusinessLineSettings[setting] | undefined } & {
  /** True makes it the default one in place of that which is; there is always one. */
  readonly isDefault?: true | undefined;
};

interface Meant {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Opens a line of business. Answers with its id. */
export async function createBusinessLine(
  em: Em, input: BusinessLineInput & { readonly name: string }, writing: Writing,
): Promise<string | Refusal> {
  if (!may(writing.viewer, 'company', 'update')) return refuse('FORBIDDEN');
  const settings = await prepareLine(em, input);
  if (isRefused(settings)) return settings;
  if (input.isDefault) await takeDefault(em);
  const id = newId();
  em.create(BusinessLine, { id, ...settings, isDefault: input.isDefault ?? false });
  await em.flush();
  await appendCompanyEvent(em, 'businessLineCreated', { id, name: settings.name }, writing);
  return id;
}

/** Changes a line of business, or makes it the default one. */
export async function updateBusinessLine(em: Em, input: Meant & BusinessLineInput, writing: Writing): Promise<string | Refusal> {
  const line = await loadLine(em, input, 'update', writing);
  if (isRefused(line)) return line;
  const { name, fallbackRhythmDays, graceDays, minAfterSalesDays } = line;
  const settings = await prepareLine(em, { name, fallbackRhythmDays, graceDays, minAfterSalesDays, ...given(input) }, line.id);
  if (isRefused(settings)) return settings;
  const next = { ...settings, isDefault: input.isDefault ?? line.isDefault };
  const { changed: fields, values } = changedValues<object>(line, next);
  if (input.isDefault && !line.isDefault) await takeDefault(em);
  em.assign(line, next);
  await em.flush();
  await appendCompanyEvent(em, 'businessLineUpdated', { id: line.id, fields, values }, writing);
  return line.id;
}

/** Closes a line of business in which nothing stands; never the default one. */
export async function deleteBusinessLine(em: Em, input: Meant, writing: Writing): Promise<string | Refusal> {
  const line = await loadLine(em, input, 'update', writing);
  if (isRefused(line)) return line;
  if (line.isDefault) return refuseBecause('CONFLICT', 'DEFAULT_LINE', { field: 'id' });
  if (await lineInUse(em, line.id)) return refuseBecause('CONFLICT', 'LINE_IN_USE', { field: 'id' });
  await em.remove(line).flush();
  await appendCompanyEvent(em, 'businessLineDeleted', { id: line.id, name: line.name }, writing);
  return line.id;
}

async function loadLine(em: Em, { id, expectedVersion }: Meant, action: Action, writing: Writing): Promise<BusinessLine | Refusal> {
  if (!may(writing.viewer, 'company', action)) return refuse('FORBIDDEN');
  const line = await em.findOne(BusinessLine, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!line) return refuse('NOT_FOUND', { field: 'id' });
  return line.version === expectedVersion ? line : refuseStale(em, writing.company.id, { payload: { id } });
}

async function prepareLine(em: Em, input: BusinessLineInput & { name: string }, ownId?: string): Promise<BusinessLineSettings | Refusal> {
  const settings = prepareBusinessLine(input);
  if (isRefused(settings)) return settings;
  const taken = await em.findOne(BusinessLine, { name: settings.name, ...(ownId ? { id: { $ne: ownId } } : {}) });
  return taken ? refuse('ALREADY_EXISTS', { field: 'name', details: { value: settings.name } }) : settings;
}

// The unique index on the default wants the old one gone before the new one comes.
async function takeDefault(em: Em): Promise<void> {
  const current = await em.findOne(BusinessLine, { isDefault: true }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!current) return;
  current.isDefault = false;
  await em.flush();
}
