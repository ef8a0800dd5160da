import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#calendar';
import { isRefused, refusalMessage } from '#refusal';
import {
  adviceOf, againstQualifying, answerQualification, answers, disqualificationReasonLabels, disqualificationReasons, disqualifyLead, evaluateLead,
  isEnded, isRested, isUnanswered, type LeadState, nothingKnown, qualifyLead, recycleLead, reopenLead, responseMinutes, workLead,
} from '../index.ts';

const now = Date.parse('2026-03-02T10:00:00Z');
const lead: LeadState = { status: 'NEW', qualification: nothingKnown, responseDueAt: now, firstResponseAt: null, nurtureUntil: null };
const applied = (before: LeadState, change: unknown): LeadState => ({ ...before, ...(change as Partial<LeadState>) });

describe('a lead in work', () => {
  it('stops its clock with the first answer and keeps it', () => {
    const answered = applied(lead, workLead(lead, 'ANSWERED', now));
    expect(answered).toMatchObject({ status: 'WORKED', firstResponseAt: now });
    expect(workLead(answered, 'ANSWERED', now + 5)).toMatchObject({ firstResponseAt: now });
    expect([isUnanswered(lead, now - 1), isUnanswered(lead, now), isUnanswered(answered, now)]).toEqual([false, true, false]);
  });

  it('that is only evaluated still owes its answer', () => {
    const evaluated = applied(lead, evaluateLead(lead, { need: { answer: 'YES', note: ' 3 bombas ' } }, now));
    expect(evaluated).toMatchObject({ status: 'WORKED', firstResponseAt: null, qualification: { need: { answer: 'YES', note: '3 bombas' } } });
    expect(isUnanswered(evaluated, now)).toBe(true);
    expect(evaluateLead(lead, { timing: { by: '2026-02-30' } }, now)).toMatchObject({ code: 'INVALID_FORMAT', field: 'qualification.timing.by' });
  });

  it('rests until its day, waits for nothing meanwhile, and comes back', () => {
    const resting = applied(lead, recycleLead(lead, now + day, now));
    expect(resting).toMatchObject({ status: 'RECYCLED', nurtureUntil: now + day });
    expect([isUnanswered(resting, now + 9 * day), isRested(resting, now), isRested(resting, now + day)]).toEqual([false, false, true]);
    expect(workLead(resting, 'ANSWERED', now)).toMatchObject({ status: 'WORKED', nurtureUntil: null });
    for (const until of [now, now - day, now + 800 * day, Number.NaN]) expect(recycleLead(lead, until, now)).toMatchObject({ code: 'INVALID', field: 'until' });
  });

  it('that was disqualified is taken up again as a new one, which waits for an answer only if nobody ever gave one', () => {
    const qualification = { ...nothingKnown, need: { answer: 'YES', note: null } } as const;
    const ended: LeadState = { ...lead, status: 'DISQUALIFIED', qualification };
    expect(reopenLead(ended)).toEqual({ status: 'NEW', qualification, responseDueAt: now, firstResponseAt: null, nurtureUntil: null });
    expect(reopenLead({ ...ended, firstResponseAt: now - 5 })).toMatchObject({ responseDueAt: null, firstResponseAt: null });
    for (const status of ['NEW', 'WORKED', 'RECYCLED', 'QUALIFIED'] as const) expect(reopenLead({ ...ended, status })).toMatchObject({ code: 'CONFLICT', field: 'status' });
  });

  it('counts working minutes to the answer', () => {
    const always = { zone: 'UTC', weekdays: {}, holidays: [] };
    expect(responseMinutes({ capturedAt: now, firstResponseAt: now + 90_000 }, always)).toBe(1);
    expect(responseMinutes({ capturedAt: now, firstResponseAt: null }, always)).toBeNull();
  });
});

describe('a lead qualifies', () => {
  it('with a need, as long as nothing is a no', () => {
    expect(qualifyLead(lead, { need: { answer: 'YES' } }, now)).toMatchObject({ status: 'QUALIFIED', endedAt: now });
    expect(qualifyLead(lead, {}, now)).toMatchObject({ code: 'LEAD_NOT_QUALIFIED', field: 'qualification.need', details: { criteria: 'need' } });
    const refused = qualifyLead(lead, { need: { answer: 'YES' }, budget: { answer: 'NO' }, timing: { answer: 'NO' } }, now);
    expect(refused).toMatchObject({ details: { criteria: 'budget, timing' } });
    if (isRefused(refused)) expect([refusalMessage(refused, 'en'), refusalMessage(refused, 'es')]).toEqual([
      'The lead does not qualify yet: Budget, Timing. Answer what is open, recycle it or disqualify it.',
      'El lead todavía no está cualificado: Presupuesto, Momento. Responde lo que falta, recíclalo o descualifícalo.',
    ]);
  });

  it('with every field that the company requires of leads, and says which one is missing', () => {
    const field = { entity: 'LEAD', type: 'TEXT', label: { en: 'Vintage', es: 'Añada' }, decimals: 0, options: [], requiredAtStages: [], readers: null } as const;
    const fields = [{ ...field, name: 'note', required: false }, { ...field, name: 'vintage', required: true }];
    const yes = { need: { answer: 'YES' } } as const;
    expect(qualifyLead(lead, yes, now, { fields, values: { note: 'x' } })).toMatchObject({ code: 'REQUIRED', field: 'custom.vintage' });
    expect(qualifyLead(lead, {}, now, { fields, values: {} })).toMatchObject({ code: 'LEAD_NOT_QUALIFIED' });
    expect(qualifyLead(lead, yes, now, { fields, values: { vintage: '2024' } })).toMatchObject({ status: 'QUALIFIED' });
  });

  it('exactly when the advice says so, for every combination of answers', () => {
    const any = fc.constantFrom(...answers);
    fc.assert(fc.property(any, any, any, any, (need, budget, authority, timing) => {
      const qualification = answerQualification(nothingKnown, { need: { answer: need }, budget: { answer: budget }, authority: { answer: authority }, timing: { answer: timing } });
      if (isRefused(qualification)) throw new Error('not refused');
      expect(againstQualifying(qualification).length === 0).toBe(adviceOf(qualification) === 'QUALIFY');
      expect(isRefused(qualifyLead({ ...lead, qualification }, {}, now))).toBe(adviceOf(qualification) !== 'QUALIFY');
    }), { numRuns: 300 });
  });

  it('with answers that are kept until they are taken back', () => {
    const known = answerQualification(nothingKnown, { budget: { answer: 'YES', amount: 500, note: 'a' }, timing: { by: '2026-06-01' } });
    if (isRefused(known)) throw new Error('not refused');
    expect(answerQualification(known, { budget: { note: 'b' } })).toMatchObject({ budget: { answer: 'YES', amount: 500, note: 'b' }, timing: { by: '2026-06-01' } });
    expect(answerQualification(known, { budget: { answer: null, amount: null, note: null }, timing: { by: null } })).toEqual(nothingKnown);
    expect(answerQualification(known, { budget: { amount: 1.5 } })).toMatchObject({ code: 'OUT_OF_RANGE', field: 'budget.amount' });
    expect(answerQualification(known, { need: { answer: 'MAYBE' as never } })).toMatchObject({ code: 'INVALID', field: 'need.answer' });
  });
});

describe('a lead that has ended', () => {
  it('has a reason out of the list; another one says which', () => {
    expect(disqualifyLead(lead, { reason: 'SPAM' }, now)).toEqual({ status: 'DISQUALIFIED', reason: 'SPAM', note: null, nurtureUntil: null, endedAt: now });
    expect(disqualifyLead(lead, { reason: 'OTHER', note: ' ' }, now)).toMatchObject({ code: 'REQUIRED', field: 'note' });
    expect(disqualifyLead(lead, { reason: 'WEATHER' as never }, now)).toMatchObject({ code: 'INVALID', field: 'reason' });
    for (const reason of disqualificationReasons) expect(disqualificationReasonLabels[reason].es).not.toBe('');
  });

  it('stays so, whatever is tried', () => {
    for (const status of ['QUALIFIED', 'DISQUALIFIED'] as const) {
      const ended = { ...lead, status };
      expect(isEnded(ended)).toBe(true);
      const tries = [workLead(ended, 'ANSWERED', now), evaluateLead(ended, {}, now), qualifyLead(ended, { need: { answer: 'YES' } }, now), disqualifyLead(ended, { reason: 'SPAM' }, now), recycleLead(ended, now + day, now)];
      for (const answer of tries) expect(answer).toMatchObject({ code: 'LEAD_CLOSED' });
    }
  });
});
