import { LockMode } from '@mikro-orm/core';
import { may, type Role, roles } from '@orbita/domain/access';
import { type Refusal, refuse } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { refuseStale } from '#timeline';
import { appendCompanyEvent, changedValues } from '../company-event.ts';
import { Company } from '../company.entity.ts';

export interface DemandTwoFactorInput {
  readonly roles: readonly Role[];
  readonly expectedVersion: number;
}

/** Says for which roles nothing answers without a second factor. Who lacks it is asked for it with his next step. */
export async function demandTwoFactor(em: Em, input: DemandTwoFactorInput, writing: Writing): Promise<string | Refusal> {
  if (!may(writing.viewer, 'company', 'update')) return refuse('FORBIDDEN');
  const company = await em.findOne(Company, writing.company.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!company) return refuse('NOT_FOUND');
  if (company.version !== input.expectedVersion) return refuseStale(em, company.id, { payload: { id: company.id } });
  const next = { twoFactorRoles: roles.filter((role) => input.roles.includes(role)) };
  const { changed: fields, values } = changedValues<{ twoFactorRoles: Role[] }>(company, next);
  if (fields.length === 0) return company.id;
  em.assign(company, { ...next, updatedAt: writing.now });
  await em.flush();
  await appendCompanyEvent(em, 'twoFactorDemanded', { id: company.id, fields, values }, writing);
  return company.id;
}
