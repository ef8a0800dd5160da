import { prepareModel, shippedModels } from '@orbita/domain/lifecycle';
import { isRefused } from '@orbita/domain/refusal';
import { customerCatalogue } from '@orbita/domain/rules';
import { expect, test } from 'vitest';
import { addStage, asPublished, moveStage, moveTried, removeStage, withStage } from './model-draft.ts';

const [operational] = shippedModels;
if (!operational) throw new Error('no models');
const both = { en: 'x', es: 'y' };
const publishable = (draft: unknown) => !isRefused(prepareModel(draft, customerCatalogue()));

test('every step of editing leaves a model that can be published', () => {
  const more = addStage(operational, both, both);
  expect(publishable(more)).toBe(true);
  expect(more.evaluationOrder.slice(-2)).toEqual(['STAGE_6', 'FIRST_CONTACT']);
  expect(publishable(moveStage(more, 'STAGE_6', -1))).toBe(true);
  expect(moveStage(more, 'STAGE_6', -1).stages[4]?.key).toBe('STAGE_6');
  expect(moveStage(more, 'STAGE_6', 1)).toEqual(more);
  expect(removeStage(more, 'STAGE_6')).toEqual(operational);
  expect(withStage(operational, 'FOLLOW_UP', { slaHours: 3 }).stages[2]?.slaHours).toBe(3);
});

test('the stage that takes the rest stays the last to be tried, and stays', () => {
  expect(moveTried(operational, 'FIRST_PURCHASE', 1)).toEqual(operational);
  expect(moveTried(operational, 'FIRST_CONTACT', -1)).toEqual(operational);
  expect(removeStage(operational, 'FIRST_CONTACT')).toEqual(operational);
  expect(moveTried(operational, 'FIRST_PURCHASE', -1).evaluationOrder).toEqual(['RENEWAL_AND_GROWTH', 'FOLLOW_UP', 'FIRST_PURCHASE', 'AFTER_SALES', 'FIRST_CONTACT']);
});

test('a signal is published with its rule, or none where its rule asks nothing', () => {
  const rule = { fact: 'stage.value', is: 'eq', value: 'DECLINE' } as const;
  const draft = withStage(operational, 'FOLLOW_UP', { signals: [{ text: both, rule }, { text: both, rule: { and: [] } }, { text: both, rule: { and: [rule] } }, { text: both, rule: null }] });
  const published = asPublished(draft);
  expect(published.stages[2]?.signals.map((signal) => signal.rule)).toEqual([rule, null, { and: [rule] }, null]);
  expect(published.stages[1]).toEqual(operational.stages[1]);
  expect(publishable(published)).toBe(true);
});
