import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#calendar';
import { isRefused } from '#refusal';
import { type LeadCompany, leadStatuses, prepareLead } from '#leads';
import type { RowProblem } from '../cells/index.ts';
import { boundDated } from './bound.fixture.ts';
import { type ImportedLead, leadPast, readLead } from './index.ts';

const header = ['id', 'company', 'first', 'last', 'mail', 'phone', 'nif', 'channel', 'status', 'at', 'answered', 'decided', 'until', 'reason', 'note', 'budget'];
const bound = boundDated({
  room: 'leads',
  lead: { externalId: 'id', channel: 'channel', status: 'status', capturedAt: 'at', firstResponseAt: 'answered', decidedAt: 'decided', nurtureUntil: 'until', disqualifiedReason: 'reason', reasonNote: 'note', budget: 'budget' },
  customer: { name: 'company', givenName: 'first', familyName: 'last', email: 'mail', phone: 'phone', taxId: 'nif' },
}, header);
const read = (row: Readonly<Record<string, string>>) => {
  const problems: RowProblem[] = [];
  return { lead: readLead(bound, header.map((name) => row[name] ?? ''), { system: 'crm', country: 'ES', currency: 'EUR' }, problems), problems };
};

test('an organisation with a person is found by his e-mail too, and he is its contact; a person alone is himself', () => {
  const { lead } = read({ company: 'Bodegas Río', first: 'Ana', last: 'Paz', mail: 'ANA@rio.es', phone: '600 100 200' });
  expect(lead?.party).toMatchObject({ keysOnly: false, customer: {
    kind: 'ORGANISATION', name: 'Bodegas Río', contactPoints: [], identityKeys: [{ kind: 'EMAIL', value: 'ana@rio.es' }],
    contact: { givenName: 'Ana', familyName: 'Paz', contactPoints: [{ kind: 'EMAIL', normalised: 'ana@rio.es' }, { kind: 'MOBILE', normalised: '+34600100200' }] },
  } });
  expect(read({ first: 'Ana', last: 'Paz', mail: 'ana@rio.es' }).lead?.party.customer).toMatchObject({
    kind: 'PERSON', name: 'Ana Paz', contact: null, contactPoints: [{ kind: 'EMAIL' }], identityKeys: [{ kind: 'EMAIL', value: 'ana@rio.es' }] });
  expect(read({ company: 'Bodegas Río', mail: 'hola@rio.es' }).lead?.party.customer).toMatchObject({ kind: 'ORGANISATION', contact: null, contactPoints: [{ kind: 'EMAIL' }] });
});

test('one without a name is called by how he is reached; one with keys alone is found and not made; nothing at all is refused', () => {
  expect(read({ mail: 'ana@rio.es' }).lead?.party).toMatchObject({ keysOnly: false, customer: { kind: 'PERSON', name: 'ana@rio.es' } });
  expect(read({ nif: 'A58818501' }).lead?.party).toMatchObject({ keysOnly: true, customer: { identityKeys: [{ kind: 'TAX_ID', value: 'ES:A58818501' }] } });
  expect(read({ id: '7' })).toMatchObject({ lead: null, problems: [{ column: 'first', refusal: { code: 'REQUIRED' } }] });
});

test('choices are read by their code or by what either language calls them; what is wrong is told with its column', () => {
  expect(read({ mail: 'a@b.es', channel: 'feria', status: 'being WORKED' }).lead).toMatchObject({ channel: 'FAIR', status: 'WORKED' });
  expect(read({ mail: 'a@b.es', answered: '2024-01-02' }).lead).toMatchObject({ channel: 'IMPORT', status: 'WORKED', capturedAt: null });
  expect(read({ company: 'X', first: 'Ana', mail: 'no', budget: '-1', status: 'gone' }).problems.map(({ column, refusal }) => `${column} ${refusal.code}`)).toEqual(['status INVALID', 'mail INVALID_FORMAT', 'budget OUT_OF_RANGE']);
});

const clock = { zone: 'Europe/Madrid', now: Date.UTC(2024, 5, 1) };
const company: LeadCompany = { country: 'ES', defaultLineId: 'line', firstResponseHours: 1, workingHours: { zone: 'UTC', week: { MONDAY: [], TUESDAY: [], WEDNESDAY: [], THURSDAY: [], FRIDAY: [], SATURDAY: [], SUNDAY: [] }, holidays: [] } as unknown as LeadCompany['workingHours'] };
const captured = (capturedAt: number) => {
  const lead = prepareLead({ channel: 'IMPORT', customerId: 'c', capturedAt }, company);
  if (isRefused(lead)) throw new Error(lead.code);
  return lead;
};
const past = (row: Partial<ImportedLead>, at = Date.UTC(2024, 0, 10, 9)) => leadPast({
  status: 'NEW', firstResponseAt: null, decidedAt: null, nurtureUntil: null, disqualifiedReason: null, reasonNote: null, custom: {}, ...row,
} as unknown as ImportedLead, captured(at), clock);

test('what became of a lead is decided at its own dates, a bare date being any moment of its day', () => {
  const at = Date.UTC(2024, 0, 10, 9);
  const midnight = Date.UTC(2024, 0, 9, 23);
  expect(past({ status: 'DISQUALIFIED', firstResponseAt: midnight, decidedAt: at + day, disqualifiedReason: 'SPAM' })).toMatchObject({
    steps: [{ did: 'WORKED', at }, { did: 'DISQUALIFIED', at: at + day }], endedAt: at + day, state: { status: 'DISQUALIFIED', firstResponseAt: at } });
  expect(past({ status: 'QUALIFIED' })).toMatchObject({ steps: [{ did: 'QUALIFIED', at }], endedAt: at, state: { status: 'QUALIFIED', qualification: { need: { answer: 'YES' } } } });
  expect(past({ status: 'RECYCLED', nurtureUntil: at + 9 * day })).toMatchObject({ endedAt: null, state: { status: 'RECYCLED', nurtureUntil: at + 9 * day, responseDueAt: null } });
  const fields = [{ status: 'WORKED', firstResponseAt: at - day }, { status: 'WORKED', firstResponseAt: clock.now + 1 }, { status: 'DISQUALIFIED' }, { status: 'DISQUALIFIED', disqualifiedReason: 'OTHER' }, { status: 'RECYCLED' }] as const;
  expect(fields.map((row) => (past(row) as { field?: string }).field)).toEqual(['firstResponseAt', 'firstResponseAt', 'disqualifiedReason', 'reasonNote', 'nurtureUntil']);
});

test('whatever the dates, a lead is refused or its steps stand in their order, none before capture or after now', () => {
  const instant = fc.option(fc.integer({ min: Date.UTC(2023, 11, 1), max: Date.UTC(2024, 6, 1) }));
  fc.assert(fc.property(fc.constantFrom(...leadStatuses), instant, instant, instant, (status, firstResponseAt, decidedAt, nurtureUntil) => {
    const at = Date.UTC(2024, 2, 1);
    const found = past({ status, firstResponseAt, decidedAt, nurtureUntil, disqualifiedReason: 'NO_NEED' }, at);
    if (isRefused(found)) {
      expect(['firstResponseAt', 'decidedAt', 'nurtureUntil']).toContain(found.field);
      return;
    }
    const steps = [at, ...found.steps.map((step) => step.at), clock.now];
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    if (status !== 'NEW') expect(found.state.status).toBe(status);
  }));
});
