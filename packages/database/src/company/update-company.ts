import { LockMode } from '@mikro-orm/core';
import { may } from '@orbita/domain/access';
import { type CompanySettingsInput, prepareCompanySettings } from '@orbita/domain/company';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { moveCustomDates } from '#custom-fields';
import type { Writing } from '#requests';
import { checkLogo } from './check-logo.ts';
import { appendCompanyEvent, changedFields, changedValues } from './company-event.ts';
import { Company } from './company.entity.ts';
import { amountsExist } from './company.queries.ts';
import { given } from './given.ts';
import { refuseStale } from '#timeline';

export type UpdateCompanyInput = { readonly expectedVersion: number; readonly logo?: string | null | undefined } & {
  readonly [setting in keyof CompanySettingsInput]?: CompanySettingsInput[setting] | undefined;
};

/** Changes how the company counts, works and shows itself; its currency only while there are no amounts in it. */
export async function updateCompany(em: Em, input: UpdateCompanyInput, writing: Writing): Promise<string | Refusal> {
  const { viewer, now } = writing;
  if (!may(viewer, 'company', 'update')) return refuse('FORBIDDEN');
  const company = await em.findOne(Company, writing.company.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!company) return refuse('NOT_FOUND');
  if (company.version !== input.expectedVersion) return refuseStale(em, company.id, { payload: { id: company.id } });
  const settings = checkLogo(input.logo) ?? prepareCompanySettings({ ...company, ...given(input) } as CompanySettingsInput);
  if (isRefused(settings)) return settings;
  const next = { ...settings, logo: input.logo === undefined ? company.logo ?? null : input.logo };
  if (next.currency !== company.currency && await amountsExist(em)) {
    return refuseBecause('CONFLICT', 'AMOUNTS_EXIST', { field: 'currency' });
  }
  if (next.zone !== company.zone) await moveCustomDates(em, { zone: next.zone, now });
  const fields = changedFields<object>(company, next);
  // A picture is no value to read.
  const { values } = changedValues<object>(company, settings);
  em.assign(company, { ...next, holidays: [...next.holidays], updatedAt: now } as Partial<Company>, { mergeObjectProperties: false });
  await em.flush();
  await appendCompanyEvent(em, 'companyUpdated', { id: company.id, fields, values }, writing);
  return company.id;
}
