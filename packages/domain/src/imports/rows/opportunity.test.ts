import { expect, test } from 'vitest';
import { day } from '#calendar';
import { defaultPipeline, type Pipeline, preparePipeline } from '#opportunities';
import { isRefused } from '#refusal';
import type { RowProblem } from '../cells/index.ts';
import { importMessage } from '../messages/index.ts';
import { boundDated } from './bound.fixture.ts';
import { type ImportedOpportunity, opportunityPast, readOpportunity, stageNow } from './index.ts';

const header = ['id', 'title', 'value', 'currency', 'stage', 'status', 'opened', 'closed', 'lead', 'org', 'needed', 'offered', 'haggled'];
const bound = boundDated({
  room: 'opportunities',
  opportunity: { externalId: 'id', title: 'title', amount: 'value', currency: 'currency', stage: 'stage', status: 'status', openedAt: 'opened', closedAt: 'closed', lead: 'lead' },
  customer: { name: 'org', kind: { constant: 'ORGANISATION' } }, stages: { understood: 'needed', Propuesta: 'offered', 'negociacion': 'haggled' },
}, header);
const read = (row: Readonly<Record<string, string>>) => {
  const problems: RowProblem[] = [];
  return { opportunity: readOpportunity(bound, header.map((name) => row[name] ?? ''), { system: 'crm', country: 'ES', currency: 'EUR', zone: 'Europe/Madrid' }, problems), problems };
};

test('a row is read with the stages that it entered; one of a lead needs no customer', () => {
  expect(read({ title: 'Press', value: '12.5', org: 'Río', opened: '2024-01-02', needed: '2024-01-03 10:00', status: 'ganada' }).opportunity).toMatchObject({
    title: 'Press', amount: 1250, currency: 'EUR', status: 'WON', source: 'IMPORT', entered: [{ stage: 'understood', at: Date.UTC(2024, 0, 3, 9) }], party: { customer: { name: 'Río' } } });
  expect(read({ title: 'Press', lead: 'L1', opened: '2024-01-02' }).opportunity).toMatchObject({ lead: 'L1', party: null });
  const wrong = read({ title: '', value: '1,5', currency: 'euros', opened: 'soon', needed: '32/01/2024', status: 'maybe' }).problems;
  expect(wrong.map(({ column }) => column)).toEqual(['title', 'value', 'currency', 'status', 'opened', 'needed', 'org']);
});

test('a stage that says how it ended is its end, as if a status had said it', () => {
  const ended = (stage: string, status = '') => read({ title: 'Press', org: 'Río', opened: '2024-01-02', closed: '2024-03-05', stage, status }).opportunity;
  expect([ended('WON'), ended('perdida'), ended('WON', 'WON'), ended('proposal')].map((one) => [one?.status, one?.stage, one?.said.includes('status')])).toEqual([
    ['WON', null, true], ['LOST', null, true], ['WON', null, true], ['OPEN', 'proposal', false],
  ]);
  // What contradicts itself is not believed: no stage is called so.
  expect([ended('WON', 'OPEN')?.status, ended('WON', 'OPEN')?.stage]).toEqual(['OPEN', 'WON']);
});

test('the one date of closing that other systems have is the expected one of what is open, and of what has ended where the file knows no other', () => {
  const dated = (status: string) => read({ title: 'Press', org: 'Río', opened: '2024-01-02', closed: '2024-03-05', status }).opportunity?.expectedCloseOn;
  expect([dated(''), dated('OPEN'), dated('WON'), dated('LOST')]).toEqual(['2024-03-05', '2024-03-05', '2024-03-05', '2024-03-05']);
  const both = boundDated({
    room: 'opportunities', customer: { name: 'org' }, opportunity: { title: 'title', status: 'status', openedAt: 'opened', closedAt: 'closed', expectedCloseOn: 'needed' },
  }, header);
  const known = (status: string, needed: string) => readOpportunity(
    both, header.map((name) => ({ title: 'Press', org: 'Río', opened: '2024-01-02', closed: '2024-03-05', status, needed })[name] ?? ''), { system: 'crm', country: 'ES', currency: 'EUR', zone: 'Europe/Madrid' }, [],
  )?.expectedCloseOn;
  expect([known('OPEN', ''), known('WON', ''), known('WON', '2024-02-01')]).toEqual(['2024-03-05', null, '2024-02-01']);
});

const pipeline = preparePipeline(defaultPipeline) as Pipeline;
const openedAt = Date.UTC(2024, 0, 10, 9);
const clock = { zone: 'Europe/Madrid', now: Date.UTC(2024, 5, 1) };
const facts = { 'opportunity.amount': 100, 'opportunity.expectedCloseAt': clock.now };
const past = (row: Partial<ImportedOpportunity>, known: Readonly<Record<string, number>> = facts) => opportunityPast(
  { title: 'x', openedAt, stage: null, stageSince: null, entered: [], status: 'OPEN', closedAt: null, winReasons: [], lossReason: null, closeNote: null, competitor: null, ...row } as unknown as ImportedOpportunity,
  { status: 'OPEN', stage: 'contacted', stageSince: openedAt }, pipeline, { subjectAt: () => ({ facts: known }), override: null }, clock);
const told = (found: ReturnType<typeof past>) => (isRefused(found) ? `${found.code} ${found.field}` : found.moves.map(({ to, stageSince }) => `${to} ${(stageSince - openedAt) / day}`).join(', '));

test('stages are found by key or by either name, whatever case and accents, and stand in the order of their dates', () => {
  expect(told(past({ entered: [{ stage: 'NEGOCIACION', at: openedAt + 5 * day }, { stage: 'need understood', at: openedAt + day }, { stage: 'Propuesta', at: openedAt + 3 * day }] })))
    .toBe('understood 1, proposal 3, negotiation 5');
  const unknown = past({ stage: 'Regateo' });
  expect(isRefused(unknown) && importMessage(unknown, 'es')).toMatch(/no tiene fase «Regateo». Tiene contacted \(First contact, Primer contacto\); understood/);
});

test('where it stands comes last: at its own date, or at the last one known; the first stage is where it was opened', () => {
  expect(told(past({ stage: 'Propuesta' }))).toBe('proposal 0');
  expect(told(past({ stage: 'Propuesta', stageSince: openedAt + 4 * day, entered: [{ stage: 'understood', at: openedAt + day }] }))).toBe('understood 1, proposal 4');
  expect(told(past({ stage: 'understood', entered: [{ stage: 'contacted', at: openedAt + day / 24 }, { stage: 'proposal', at: openedAt + day }, { stage: 'understood', at: openedAt + day }] }))).toBe('proposal 1, understood 1');
  expect(told(past({ entered: [{ stage: 'understood', at: Date.UTC(2024, 0, 9, 23) }] }))).toBe('understood 0');
  expect(told(past({ entered: [{ stage: 'understood', at: openedAt - day }] }))).toBe('OUT_OF_RANGE stages.understood');
});

test('gates hold for history as for anybody, on what the row says', () => {
  expect(told(past({ stage: 'proposal' }, {}))).toBe('GATE_NOT_MET stage');
  expect(told(past({ entered: [{ stage: 'closing', at: openedAt + day }] }, { 'opportunity.amount': 1 }))).toBe('GATE_NOT_MET stages.closing');
});

test('an end needs its date, a loss its reason, and comes after the last stage', () => {
  const closedAt = openedAt + 2 * day;
  expect(past({ status: 'WON', closedAt, winReasons: ['price'] })).toMatchObject({ end: { status: 'WON', from: 'contacted', closedAt, reasons: ['PRICE'] }, state: { status: 'WON' } });
  expect(past({ status: 'LOST', closedAt, lossReason: 'PRICE', entered: [{ stage: 'understood', at: openedAt + day }] })).toMatchObject({ end: { status: 'LOST', from: 'understood', reason: 'PRICE' } });
  expect([past({ status: 'WON' }), past({ status: 'LOST', closedAt }), past({ status: 'LOST', closedAt, lossReason: 'OTHER' }), past({ status: 'WON', closedAt, winReasons: ['LUCK'] }),
    past({ status: 'WON', closedAt, entered: [{ stage: 'understood', at: openedAt + 9 * day }] }), past({ openedAt: clock.now + 1 })].map(told)).toEqual([
    'REQUIRED closedAt', 'REQUIRED lossReason', 'REQUIRED closeNote', 'INVALID winReasons', 'OUT_OF_RANGE closedAt', 'OUT_OF_RANGE openedAt']);
});

test('a row stands where it says, else in the stage that it entered last, the later one of the pipeline where both have one date', () => {
  const now = (stage: string | null, entered: ImportedOpportunity['entered'] = []) => stageNow({ stage, entered }, pipeline);
  expect([now(null), now('Propuesta', [{ stage: 'closing', at: openedAt }])]).toEqual([null, expect.objectContaining({ key: 'proposal', field: 'stage' })]);
  expect(now(null, [{ stage: 'closing', at: openedAt }, { stage: 'understood', at: openedAt + day }])).toMatchObject({ key: 'understood', field: 'stages.understood' });
  expect(now(null, [{ stage: 'closing', at: openedAt }, { stage: 'understood', at: openedAt }])).toMatchObject({ key: 'closing' });
  expect(now('Regateo')).toMatchObject({ code: 'NOT_FOUND', field: 'stage' });
});
