import { describe, expect, it } from 'vitest';
import { day } from '#calendar';
import type { Facts } from '#facts';
import { always, customerCatalogue, evaluateRule, fragments, parseRule, type Truth } from './index.ts';

const now = Date.UTC(2026, 2, 15, 10);
type Name = keyof typeof fragments;
const quiet: Facts = { alarmAt: now + 1, lapsesAt: now + 1 };

describe('the named fragments', () => {
  it.each(Object.entries(fragments))('%s parses to itself', (_name, rule) =>
    expect(parseRule(JSON.parse(JSON.stringify(rule)), customerCatalogue())).toEqual(rule));

  it.each<[Name, string, Facts, Truth]>([
    ['bought', 'one order', { ordersCount: 1 }, true],
    ['bought', 'no order', { ordersCount: 0 }, false],
    ['left', 'room absent', {}, false],
    ['left', 'said so', { leftAt: now }, true],
    ['onNotice', 'no notice', { noticeEndsAt: null }, false],
    ['onNotice', 'notice runs', { noticeEndsAt: now + 1 }, true],
    ['onNotice', 'notice over', { noticeEndsAt: now }, false],
    ['topTier', 'key', { valueTier: 'A' }, true],
    ['topTier', 'few buyers', { valueTier: null }, 'unknown'],
    ['content', 'never asked', { npsClass: null }, true],
    ['content', 'detractor', { npsClass: 'DETRACTOR' }, false],
    ['covered', 'contract ends now', { contractEndsAt: now }, true],
    ['covered', 'contract ended', { contractEndsAt: now - 1 }, false],
    ['atRisk', 'nothing announces it', quiet, false],
    ['atRisk', 'alarm', { ...quiet, alarmAt: now }, true],
    ['atRisk', 'detractor of yesterday', { ...quiet, npsClass: 'DETRACTOR', lastNpsAt: now - day }, true],
    ['atRisk', 'detractor of 90 days ago', { ...quiet, npsClass: 'DETRACTOR', lastNpsAt: now - 90 * day }, false],
    ['atRisk', 'open complaint', { ...quiet, openComplaints: 1 }, true],
    ['lapsed', 'patience over', { lapsesAt: now }, true],
    ['lapsed', 'no order', { lapsesAt: null }, 'unknown'],
    ['profitable', 'contributes', { contributionTotal: 1, valueTier: 'D' }, true],
    ['profitable', 'costs', { contributionTotal: 0, valueTier: 'A' }, false],
    ['profitable', 'not known, of most value', { contributionTotal: null, valueTier: 'A' }, true],
    ['profitable', 'room absent, of little value', { valueTier: 'D' }, false],
  ])('%s: %s', (name, _case, facts, truth) => expect(evaluateRule(fragments[name], { facts }, now)).toBe(truth));

  it('always holds for everybody', () => expect(evaluateRule(always, { facts: {} }, now)).toBe(true));
});
