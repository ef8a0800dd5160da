import { changeLanguage } from '#words';
import { expect, it } from 'vitest';
import { greeting } from './greeting.ts';

it('greets by the clock of the company, by the first name', () => {
  changeLanguage('en');
  const at = (hour: number) => greeting('Ana Mora', Date.UTC(2026, 10, 22, hour), 'Europe/Madrid');
  expect([at(3), at(5), at(11), at(19)]).toEqual(['Good evening, Ana', 'Good morning, Ana', 'Good afternoon, Ana', 'Good evening, Ana']);
});
