import { describe, expect, it } from 'vitest';
import { isRefused } from '#refusal';
import { leadFromEmail, leadFromMessage, type LeadInput, prepareLead } from '../index.ts';

const office = [['09:00', '14:00'], ['16:00', '18:00']] as const;
const workingHours = { zone: 'Europe/Madrid', weekdays: { mon: office, tue: office, wed: office, thu: office, fri: office }, holidays: [] };
const company = { country: 'ES', defaultLineId: 'line-1', workingHours, firstResponseHours: 4 };
const capturedAt = Date.parse('2026-10-05T11:00:00Z');
const input = (more: Partial<LeadInput> = {}): LeadInput => ({ channel: 'WEB_FORM', capturedAt, who: { email: 'Ana@Perez.es', name: 'Ana García' }, ...more });

describe('a lead', () => {
  it('of a person has her keys, its line, its source and its clock on working hours', () => {
    expect(prepareLead(input({
      message: ' Hola\r\nquiero precio ', campaignId: 'c', need: 'una bomba', budget: 150_000,
      consents: [{ channel: 'EMAIL', purpose: 'MARKETING', text: 'Acepto recibir ofertas' }],
    }), company)).toMatchObject({
      status: 'NEW', channel: 'WEB_FORM', source: 'WEB', campaignId: 'c', lineId: 'line-1', message: 'Hola\nquiero precio',
      customerId: null, contact: null, referrerId: null,
      customer: { kind: 'PERSON', name: 'Ana García', source: 'WEB', identityKeys: [{ kind: 'EMAIL', value: 'ana@perez.es' }] },
      consents: [{ channel: 'EMAIL', state: 'GRANTED', purpose: 'MARKETING', text: 'Acepto recibir ofertas', givenAt: capturedAt }],
      qualification: { need: { answer: 'UNKNOWN', note: 'una bomba' }, budget: { answer: 'UNKNOWN', amount: 150_000 } },
      // Monday 13:00 in Madrid: an hour until lunch, two in the afternoon, one the next morning
      responseDueAt: Date.parse('2026-10-06T08:00:00Z'), firstResponseAt: null,
    });
  });

  it('of an organisation is about it, with the person as its contact and her e-mail among its keys', () => {
    const lead = prepareLead(input({ who: { organisation: 'Bombas Pérez, S.L.', taxId: 'B58378431', name: 'Ana García', email: 'ana@perez.es', phone: '612345678' } }), company);
    expect(lead).toMatchObject({
      customer: {
        kind: 'ORGANISATION', name: 'Bombas Pérez, S.L.', contactPoints: [],
        identityKeys: [{ kind: 'EMAIL', value: 'ana@perez.es' }, { kind: 'TAX_ID', value: 'ES:B58378431' }],
      },
      contact: { givenName: 'Ana García', isPrimary: true, contactPoints: [{ kind: 'EMAIL' }, { kind: 'MOBILE', normalised: '+34612345678' }] },
    });
    expect(prepareLead(input({ who: { organisation: 'Bombas Pérez', email: 'info@perez.es' } }), company))
      .toMatchObject({ contact: null, customer: { contactPoints: [{ normalised: 'info@perez.es' }] } });
  });

  it('of a known customer says no more of him; recommended, it comes from a referral', () => {
    expect(prepareLead(input({ customerId: 'k', who: null, referrerId: 'r' }), company))
      .toMatchObject({ customerId: 'k', customer: null, contact: null, source: 'REFERRAL', referrerId: 'r' });
  });

  it('on an imported list waits for no answer, and needs no way to be reached', () => {
    expect(prepareLead(input({ channel: 'IMPORT', who: { name: 'Ana' } }), company)).toMatchObject({ responseDueAt: null, source: 'IMPORT' });
    expect(prepareLead(input({ channel: 'FAIR', who: { name: 'Ana', country: 'Portugal' } }), company)).toMatchObject({ customer: { country: 'PT' } });
  });

  it.each([
    [{ who: null }, 'REQUIRED', 'who'],
    [{ who: {} }, 'REQUIRED', 'who.email'],
    [{ who: { name: 'Ana' } }, 'REQUIRED', 'who.email'],
    [{ who: { email: 'ana@' } }, 'INVALID_FORMAT', 'who.email'],
    [{ who: { name: 'Ana', organisation: 'X', email: 'a@b.es', phone: 'none' } }, 'INVALID_FORMAT', 'who.phone'],
    [{ who: { email: 'a@b.es', taxId: 'B58378432' } }, 'INVALID_CHECKSUM', 'who.taxId'],
    [{ who: { email: 'a@b.es', country: 'Atlantis' } }, 'INVALID', 'who.country'],
    [{ channel: 'PIGEON' as never }, 'INVALID', 'channel'],
    [{ capturedAt: 1.5 }, 'INVALID', 'capturedAt'],
    [{ budget: -1 }, 'OUT_OF_RANGE', 'budget'],
    [{ need: 'x'.repeat(1001) }, 'TOO_LONG', 'need'],
    [{ message: 'x'.repeat(20_001) }, 'TOO_LONG', 'message'],
    [{ customerId: 'k', referrerId: 'k' }, 'INVALID', 'referrerId'],
    [{ consents: [{ channel: 'EMAIL', purpose: 'MARKETING' }] }, 'REQUIRED', 'consents.0.text'],
    [{ consents: [{ channel: 'FAX' as never, purpose: 'MARKETING', text: 'x' }] }, 'INVALID', 'consents.0.channel'],
  ] satisfies [Partial<LeadInput>, string, string][])('%#: is refused with the path of what is wrong', (more, code, field) => {
    expect(prepareLead(input(more), company)).toMatchObject({ refused: true, code, field });
  });
});

describe('a lead out of a message', () => {
  it('is the sender’s, without the quoted message, and a reply-to beats the address of a web form', () => {
    const lead = leadFromEmail({
      from: 'Formulario <no-reply@web.es>', replyTo: '"García, Ana" <ana@perez.es>', subject: 'RE: Fwd:  Presupuesto', receivedAt: capturedAt,
      text: 'Me interesa.\n\nEl lun, 5 oct 2026 a las 10:00, Orbita <hola@orbita.es> escribió:\n> Hola',
    });
    expect(lead).toEqual({
      channel: 'EMAIL', message: 'Presupuesto\n\nMe interesa.', capturedAt, who: { email: 'ana@perez.es', name: 'García, Ana' },
    });
    expect(isRefused(lead) || prepareLead(lead, company)).toMatchObject({ customer: { givenName: 'Ana', familyName: 'García' } });
  });

  it('is refused when a machine wrote, or nobody', () => {
    expect(leadFromEmail({ from: 'a@b.es', autoSubmitted: 'auto-replied', text: '', receivedAt: 1 })).toMatchObject({ code: 'INVALID', field: 'autoSubmitted' });
    expect(leadFromEmail({ from: 'nobody', text: '', receivedAt: 1 })).toMatchObject({ code: 'INVALID_FORMAT', field: 'from' });
    expect(leadFromMessage({ network: 'x', channel: 'CHAT', handle: ' ', text: '', receivedAt: 1 })).toMatchObject({ code: 'REQUIRED', field: 'handle' });
  });

  it('of a social network keeps the name there; of a messenger its number is a telephone too', () => {
    const social = leadFromMessage({ network: 'instagram', channel: 'SOCIAL', handle: '@anag', text: ' Precio? ', receivedAt: capturedAt });
    expect(isRefused(social) || prepareLead(social, company)).toMatchObject({
      source: 'SOCIAL', message: 'Precio?', customer: { name: 'anag', contactPoints: [{ kind: 'SOCIAL', normalised: '@anag', label: 'instagram' }], identityKeys: [] },
    });
    const whatsapp = leadFromMessage({ network: 'whatsapp', channel: 'MESSAGING', handle: '34612345678', name: 'Ana', text: 'Hola', receivedAt: capturedAt });
    expect(isRefused(whatsapp) || prepareLead(whatsapp, company)).toMatchObject({
      customer: { name: 'Ana', contactPoints: [{ kind: 'MOBILE', normalised: '+34612345678' }, { kind: 'MESSAGING', normalised: '+34612345678' }] },
    });
  });
});
