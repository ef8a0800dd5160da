import { parseRule } from '@orbita/domain/rules';
import { presentFacts } from '@orbita/domain/facts';
import { isRefused } from '@orbita/domain/refusal';
import { expect, it } from 'vitest';
import { catalogue } from '#rules';
import { leafOf, questionsOf } from './questions.ts';

it('asks only what the rule language can read, of every fact', () => {
  for (const fact of presentFacts().filter(({ displayOnly }) => !displayOnly)) {
    for (const question of questionsOf(fact.type, fact.values !== undefined || fact.type === 'id')) {
      const id = '01a20261-3c2e-79fe-8c6e-a03b1a8e1b4e';
      const leaf = leafOf(fact.key, question, { number: 3, text: fact.references ? id : 'ES', choices: fact.values?.slice(0, 2) ?? [id] });
      expect([fact.key, question.id, isRefused(parseRule(leaf, catalogue))]).toEqual([fact.key, question.id, false]);
    }
  }
});

it('is no filter while something is missing', () => {
  const [atLeast] = questionsOf('integer', false);
  const [oneOf] = questionsOf('enum', true);
  expect(leafOf('ordersCount', atLeast!, {})).toBeUndefined();
  expect(leafOf('ordersCount', atLeast!, { number: 1.5 })).toBeUndefined();
  expect(leafOf('valueTier', oneOf!, { choices: [] })).toBeUndefined();
});
