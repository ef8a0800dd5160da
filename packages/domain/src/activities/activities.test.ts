import { describe, expect, it } from 'vitest';
import { activityKinds, countsAsContact, channelOfActivity, completeTask, prepareActivity, reopenTask } from './index.ts';

const now = Date.parse('2026-03-01T10:00:00Z');
const hour = 3_600_000;

describe('activities', () => {
  it('are stored with channel and time, notes with whom they mention', () => {
    expect(prepareActivity({ kind: 'CALL', direction: 'INBOUND', subject: ' Pide  precio ', durationMinutes: 7 }, now)).toMatchObject({
      kind: 'CALL', direction: 'INBOUND', channel: 'PHONE', subject: 'Pide precio', body: null, occurredAt: now, durationMinutes: 7, dueAt: null, doneAt: null,
    });
    expect(prepareActivity({ kind: 'NOTE', body: 'Ojo con @eva\nmás', mentions: ['u1', 'u2', 'u1'], direction: 'INBOUND' }, now))
      .toMatchObject({ subject: 'Ojo con @eva', body: 'Ojo con @eva\nmás', mentions: ['u1', 'u2'], direction: null });
    expect(prepareActivity({ kind: 'MEETING', subject: 'Visita', occurredAt: now + 48 * hour }, now)).toMatchObject({ occurredAt: now + 48 * hour, channel: null });
    expect(prepareActivity({ kind: 'TASK', subject: 'Llamar', dueAt: now + hour, remindAt: now, assigneeId: 'u1', occurredAt: 5 }, now))
      .toMatchObject({ dueAt: now + hour, remindAt: now, assigneeId: 'u1', occurredAt: now });
  });

  it.each([
    [{ kind: 'TASK', subject: 'x' }, 'REQUIRED', 'dueAt'],
    [{ kind: 'TASK', body: 'x', dueAt: now }, 'REQUIRED', 'subject'],
    [{ kind: 'TASK', subject: 'x', dueAt: now, remindAt: now - 1 }, 'INVALID', 'remindAt'],
    [{ kind: 'CALL', subject: 'x' }, 'REQUIRED', 'direction'],
    [{ kind: 'CALL', subject: 'x', direction: 'OUTBOUND', occurredAt: now + hour }, 'INVALID', 'occurredAt'],
    [{ kind: 'MEETING', subject: 'x', durationMinutes: 1441 }, 'OUT_OF_RANGE', 'durationMinutes'],
    [{ kind: 'MEETING', subject: 'x', mentions: ['u1'] }, 'INVALID', 'mentions'],
    [{ kind: 'NOTE', subject: 'x'.repeat(201) }, 'TOO_LONG', 'subject'],
    [{ kind: 'NOTE', subject: 'x', body: 'x'.repeat(20_001) }, 'TOO_LONG', 'body'],
    [{ kind: 'NOTE' }, 'REQUIRED', 'subject'],
  ] as const)('%#: are refused by what is wrong', (input, code, field) => {
    expect(prepareActivity(input, now)).toMatchObject({ refused: true, code, field });
  });

  it('mention nobody when nobody is said', () => {
    for (const mentions of [null, undefined] as never[]) {
      expect(prepareActivity({ kind: 'NOTE', body: 'x', mentions }, now)).toMatchObject({ mentions: [] });
      expect(prepareActivity({ kind: 'CALL', direction: 'INBOUND', subject: 'x', mentions }, now)).toMatchObject({ mentions: [] });
    }
  });

  it('are contact when somebody was reached', () => {
    expect(activityKinds.filter(countsAsContact)).toEqual(['CALL', 'MEETING', 'EMAIL', 'MESSAGE']);
    expect(activityKinds.map(channelOfActivity)).toEqual(['PHONE', null, 'EMAIL', null, null, 'MESSAGING']);
  });

  it('are done once when they are tasks, and can be opened again', () => {
    expect(completeTask({ kind: 'TASK', doneAt: null }, now)).toEqual({ doneAt: now });
    expect(completeTask({ kind: 'TASK', doneAt: now - 1 }, now)).toEqual({ doneAt: now - 1 });
    expect(completeTask({ kind: 'CALL', doneAt: null }, now)).toMatchObject({ code: 'CONFLICT' });
    expect(reopenTask({ kind: 'TASK', doneAt: now })).toEqual({ doneAt: null });
    expect(reopenTask({ kind: 'NOTE', doneAt: null })).toMatchObject({ code: 'CONFLICT' });
  });
});
