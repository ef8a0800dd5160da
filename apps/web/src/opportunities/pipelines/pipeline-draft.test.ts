import { expect, it } from 'vitest';
import { inputOf, newStage, swapped } from './pipeline-draft.ts';

it('gives new stages keys of their names, each once, and one language the other\'s text', () => {
  const stage = (en: string, es = '', key: string | null = null) => ({ ...newStage(10), en, es, key });
  const input = inputOf({ en: 'Sales', es: '', lineId: null, stages: [stage('Proposal', 'Propuesta', 'proposal'), stage('Proposal'), stage('', 'Análisis técnico'), stage('2026 start'), stage('¿?')] });
  expect(input.name).toEqual({ en: 'Sales', es: 'Sales' });
  expect(input.stages.map(({ key }) => key)).toEqual(['proposal', 'proposal-2', 'analisis-tecnico', 'start', 'stage']);
  expect(input.stages[2]?.name).toEqual({ en: 'Análisis técnico', es: 'Análisis técnico' });
});

it('moves a stage up and down, and not beyond the ends', () => {
  const stages = ['a', 'b', 'c'].map((en) => ({ ...newStage(10), en }));
  const told = (some: typeof stages | readonly { en: string }[]) => some.map(({ en }) => en).join('');
  expect(told(swapped(stages, 0, 1))).toBe('bac');
  expect(told(swapped(stages, 2, -1))).toBe('acb');
  expect(told(swapped(stages, 2, 1))).toBe('abc');
});
