import { expect, it } from 'vitest';
import { changedParts } from './stale-ways.tsx';

it('names once each part that somebody changed meanwhile, and nothing else', () => {
  const before = { name: 'Fairs', assignTo: 'TEAM', teamId: 't1', userIds: [] as string[], skills: ['pumps'], version: 3 };
  const parts = { name: 'Name', assignTo: 'Give it to', teamId: 'Give it to', userIds: 'Give it to', skills: 'Skills' };
  expect(changedParts(before, { ...before, version: 4, skills: ['pumps'] }, parts)).toEqual([]);
  expect(changedParts(before, { ...before, assignTo: 'USERS', teamId: '', userIds: ['u1'], name: 'Trade fairs' }, parts)).toEqual(['Name', 'Give it to']);
});
