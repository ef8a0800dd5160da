import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '#access';
import { isRefused, refusalMessage } from '#refusal';
import { holds, type Subject } from '#rules';
import { allowedMoves, mayOverrideGates, moveOpportunity, type OpportunityState, winOpportunity } from './index.ts';
import { fixtureNow as now, fixturePipeline, openIn, preparedPipeline } from './pipeline.fixture.ts';

const pipeline = preparedPipeline();
const ready: Subject = { facts: { 'opportunity.amount': 100, 'opportunity.hasContact': true, 'opportunity.hasNextActivity': true, ordersCount: 1 } };
const bare: Subject = { facts: { 'opportunity.amount': null, 'opportunity.hasContact': false, 'opportunity.hasNextActivity': true, ordersCount: 0, npsClass: null } };
const manager = { userId: 'm', role: 'manager' } as const;

describe('an opportunity moves', () => {
  it('forwards when the gates of the stage left and of those skipped hold', () => {
    expect(moveOpportunity(openIn('contacted'), 'closing', pipeline, ready, now))
      .toEqual({ from: 'contacted', to: 'closing', direction: 'FORWARD', probability: 90, stageSince: now, overridden: null });
    expect(moveOpportunity(openIn('contacted'), 'proposal', pipeline, bare, now)).toMatchObject({ to: 'proposal' });
  });

  it('not when one does not, and is told in both languages what is missing', () => {
    const refused = moveOpportunity(openIn('contacted'), 'negotiation', pipeline, bare, now);
    expect(refused).toMatchObject({ code: 'GATE_NOT_MET', field: 'to', details: { stage: 'proposal', missing: 2 } });
    if (!isRefused(refused)) return;
    expect(refusalMessage(refused, 'en')).toBe('To leave “Proposal” something is still missing: Opportunity: amount ≥ 1; Opportunity: has a contact: yes.');
    expect(refusalMessage(refused, 'es')).toBe('Para salir de «Proposal (es)» todavía falta algo: Oportunidad: importe ≥ 1; Oportunidad: tiene contacto: sí.');
  });

  it('not on what is not known, and back as it likes', () => {
    expect(moveOpportunity(openIn('proposal'), 'negotiation', pipeline, { facts: {} }, now)).toMatchObject({ code: 'GATE_NOT_MET' });
    expect(moveOpportunity(openIn('closing'), 'contacted', pipeline, { facts: {} }, now)).toMatchObject({ direction: 'BACK', probability: 10, overridden: null });
  });

  it('nowhere when closed, to no stage that is none, nor to where it is', () => {
    for (const status of ['WON', 'LOST'] as const) expect(moveOpportunity({ ...openIn('closing'), status }, 'contacted', pipeline, ready, now)).toMatchObject({ code: 'OPPORTUNITY_CLOSED' });
    for (const to of ['WON', 'LOST', 'nowhere', '']) expect(moveOpportunity(openIn('closing'), to, pipeline, ready, now)).toMatchObject({ code: 'NOT_FOUND', field: 'to' });
    expect(moveOpportunity(openIn('closing'), 'closing', pipeline, ready, now)).toMatchObject({ code: 'CONFLICT' });
  });

  it('past a gate when somebody who may gives a reason, which is recorded with what was missing', () => {
    const over = (override: Parameters<typeof moveOpportunity>[5]) => moveOpportunity(openIn('proposal'), 'negotiation', pipeline, bare, now, override);
    expect(over({ override: { viewer: manager, reason: ' Lo firma el director ' } })).toMatchObject({
      to: 'negotiation', overridden: { by: 'm', reason: 'Lo firma el director', missing: [{ stage: 'proposal', truth: 'unknown', value: null }, { stage: 'proposal', truth: false, value: false }] },
    });
    expect(over({ override: { viewer: manager, reason: ' ' } })).toMatchObject({ code: 'REQUIRED', field: 'override.reason' });
    expect(over({ override: { viewer: { userId: 's', role: 'sales' }, reason: 'x' } })).toMatchObject({ code: 'FORBIDDEN', field: 'override' });
    expect(roles.filter((role) => mayOverrideGates({ role }))).toEqual(['administrator', 'manager']);
    expect(moveOpportunity(openIn('proposal'), 'negotiation', pipeline, ready, now, { override: { viewer: manager, reason: 'x' } })).toMatchObject({ overridden: null });
  });

  it('from a stage that is no more through all gates before its goal', () => {
    expect(moveOpportunity(openIn('removed'), 'negotiation', pipeline, bare, now)).toMatchObject({ code: 'GATE_NOT_MET', details: { stage: 'proposal' } });
    expect(moveOpportunity(openIn('removed'), 'contacted', pipeline, bare, now)).toMatchObject({ to: 'contacted' });
  });
});

describe('where it could go', () => {
  it('names what is missing for each stage and for winning, an either-or as one', () => {
    const moves = allowedMoves(openIn('proposal'), pipeline, bare, now);
    expect(moves.map(({ to, direction, missing }) => [to, direction, missing.length])).toEqual([
      ['contacted', 'BACK', 0], ['negotiation', 'FORWARD', 2], ['closing', 'FORWARD', 2], ['WON', 'WIN', 3],
    ]);
    expect(moves.at(-1)?.missing.at(-1)).toEqual({ stage: 'closing', rule: pipeline.stages[3]?.gate, truth: 'unknown', value: undefined });
    expect(allowedMoves({ ...openIn('proposal'), status: 'WON' }, pipeline, ready, now)).toEqual([]);
  });
});

describe('there is no path around a gate', () => {
  const values = fc.constantFrom(null, 0, 1, undefined);
  const flags = fc.constantFrom(true, false, undefined);
  const subjects = fc.record({ facts: fc.record({ 'opportunity.amount': values, 'opportunity.hasContact': flags, 'opportunity.hasNextActivity': flags, ordersCount: values, npsClass: fc.constantFrom(null, 'PROMOTER', undefined) }) });
  const keys = fixturePipeline.stages.map(({ key }) => key);

  it('by any walk of moves: nothing stands beyond a gate that does not hold, and is not won', () => {
    let stopped = 0;
    fc.assert(fc.property(subjects, fc.array(fc.constantFrom(...keys, 'WON', 'removed'), { minLength: 1, maxLength: 12 }), (subject, walk) => {
      const shut = pipeline.stages.findIndex(({ gate }) => !holds(gate, subject, now));
      let opportunity: OpportunityState = openIn('contacted');
      for (const to of walk) {
        const answer = to === 'WON' ? winOpportunity(opportunity, {}, pipeline, subject, now) : moveOpportunity(opportunity, to, pipeline, subject, now);
        if (isRefused(answer)) stopped += 1;
        else opportunity = 'status' in answer ? { ...opportunity, status: 'WON' } : { ...opportunity, stage: answer.to, stageSince: answer.stageSince };
      }
      if (shut < 0) return;
      expect(keys.indexOf(opportunity.stage)).toBeLessThanOrEqual(shut);
      expect(opportunity.status).toBe('OPEN');
    }), { numRuns: 2000 });
    expect(stopped).toBeGreaterThan(1000);
  });

  it('and a move is done exactly when nothing is missing for it', () => {
    fc.assert(fc.property(subjects, fc.constantFrom(...keys), (subject, from) => {
      for (const { to, missing } of allowedMoves(openIn(from), pipeline, subject, now)) {
        const answer = to === 'WON' ? winOpportunity(openIn(from), {}, pipeline, subject, now) : moveOpportunity(openIn(from), to, pipeline, subject, now);
        expect(isRefused(answer)).toBe(missing.length > 0);
      }
    }), { numRuns: 500 });
  });
});
