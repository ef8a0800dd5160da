import { describe, expect, it } from 'vitest';
import { addWorkingTime, toIso } from '#calendar';
import { isRefused } from '#refusal';
import { type CompanySettingsInput, prepareBusinessLine, prepareCompanySettings, workingHoursOf } from './index.ts';

const input: CompanySettingsInput = {
  name: ' Telas  Ruiz ', country: 'España', currency: 'eur', zone: 'Europe/Madrid', language: 'es',
  workingHours: { fri: [['16:00', '18:00'], ['09:00', '14:00']], sun: [] }, holidays: ['2026-12-25', '2026-01-06', '2026-12-25'], fiscalYearStart: 7,
};

describe('company settings', () => {
  it('are stored in one form, which the calendar reads', () => {
    const settings = prepareCompanySettings(input);
    expect(settings).toEqual({
      name: 'Telas Ruiz', country: 'ES', currency: 'EUR', zone: 'Europe/Madrid', language: 'es',
      workingHours: { fri: [['09:00', '14:00'], ['16:00', '18:00']] }, holidays: ['2026-01-06', '2026-12-25'], fiscalYearStart: 7,
    });
    if (isRefused(settings)) throw new Error(settings.code);
    expect(toIso(addWorkingTime(Date.parse('2026-12-18T16:30:00Z'), 60, workingHoursOf(settings)))).toBe('2027-01-01T08:30:00.000Z');
  });

  it.each([
    [{ name: ' ' }, 'REQUIRED', 'name'],
    [{ country: 'Narnia' }, 'INVALID', 'country'],
    [{ currency: 'EURO' }, 'INVALID', 'currency'],
    [{ zone: 'Madrid' }, 'INVALID', 'zone'],
    [{ language: 'fr' }, 'INVALID', 'language'],
    [{ fiscalYearStart: 13 }, 'OUT_OF_RANGE', 'fiscalYearStart'],
    [{ workingHours: { lun: [] } }, 'INVALID', 'workingHours.lun'],
    [{ workingHours: { mon: [['14:00', '09:00']] } }, 'INVALID_FORMAT', 'workingHours.mon.0'],
    [{ workingHours: { mon: [['09:00', '14:00'], ['25:00', '26:00']] } }, 'INVALID_FORMAT', 'workingHours.mon.1'],
    [{ workingHours: { mon: [['09:00', '14:00'], ['13:00', '15:00']] } }, 'CONFLICT', 'workingHours.mon'],
    [{ holidays: ['2026-12-25', '25/12/2026'] }, 'INVALID_FORMAT', 'holidays.1'],
  ] as const)('%#: are refused by what is wrong', (more, code, field) => {
    expect(prepareCompanySettings({ ...input, ...more })).toMatchObject({ refused: true, code, field });
  });
});

describe('business lines', () => {
  it('have defaults and bounds', () => {
    expect(prepareBusinessLine({ name: 'General' })).toEqual({ name: 'General', fallbackRhythmDays: 120, graceDays: 30, minAfterSalesDays: 30 });
    expect(prepareBusinessLine({ name: 'Máquinas', fallbackRhythmDays: 365, graceDays: 0 })).toMatchObject({ fallbackRhythmDays: 365, graceDays: 0 });
    expect(prepareBusinessLine({ name: 'x', fallbackRhythmDays: 6 })).toMatchObject({ code: 'OUT_OF_RANGE', field: 'fallbackRhythmDays' });
    expect(prepareBusinessLine({ name: '' })).toMatchObject({ code: 'REQUIRED', field: 'name' });
  });
});
