import { createHash } from 'node:crypto';
import type { OpenDoor } from '@orbita/database/leads';
import { type CustomValueInput, memberOf } from '@orbita/domain/custom-fields';
import type { LeadConsentInput } from '@orbita/domain/leads';
import type { Refusal } from '@orbita/domain/refusal';
import type { ReceivedLead } from './email-lead.ts';
import type { Written } from './form-page.ts';
import { type FormProblem, formTexts } from './form-texts.ts';

/** What was written into a form as a lead; he was told that it serves to answer him, and may have asked for offers. */
export function leadOfForm(door: OpenDoor, written: Written, { language, stamp, now }: { language: 'en' | 'es'; stamp: string; now: Date }): ReceivedLead {
  const { settings, company } = door;
  const consents: LeadConsentInput[] = [
    { channel: 'EMAIL', purpose: 'ANSWER', text: formTexts[language].use(company.name) },
    ...(settings.marketingConsent && written.marketing ? [{ channel: 'EMAIL', purpose: 'MARKETING', text: settings.marketingConsent } as const] : []),
  ];
  const { name, email, phone, organisation, message, own = {} } = written;
  const custom = door.own.flatMap(({ name: field, type }): CustomValueInput[] => {
    const said = own[field];
    return said === undefined ? [] : [{ name: field, [memberOf[type]]: type === 'BOOLEAN' ? true : said }];
  });
  return {
    lead: { channel: 'WEB_FORM', message, capturedAt: now.getTime(), consents, who: { name, email, phone, organisation, language } },
    subject: null, custom,
    // The same page sent twice is one lead; written anew it is another.
    reference: `form:${createHash('sha256').update(JSON.stringify([stamp, written])).digest('base64url')}`,
  };
}

/** What the form says to a refusal. */
export function problemOf({ field }: Refusal): FormProblem {
  if (field?.startsWith('custom.')) return 'OWN';
  if (field?.endsWith('email')) return 'EMAIL';
  if (field?.endsWith('phone')) return 'PHONE';
  return field?.endsWith('name') || field?.endsWith('givenName') ? 'NAME' : 'OTHER';
}
