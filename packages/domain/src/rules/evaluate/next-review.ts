import { day, type Instant } from '#calendar';
import { type Facts, npsAnswerLastsDays } from '#facts';
import type { Leaf, Rule } from '../rule.ts';
import { leavesOf } from '../walk-rule.ts';
import type { Subject } from './subject.ts';

/**
 * The earliest instant after `now` at which time alone could change the rule's truth (LIFECYCLE §0.2), null when none
 * could. Until just before it the truth stays what it is; at it the truth may still be the same. Windows that roll at
 * midnight are not its business.
 */
export function nextReviewOf(
  rule: Rule, facts: Facts, now: Instant, relations: Subject['relations'] = {},
): Instant | null {
  let earliest: Instant | null = null;
  for (const { leaf, relation } of leavesOf(rule)) {
    for (const row of relation ? relations[relation] ?? [] : [facts]) {
      for (const flip of flipsOf(leaf, row)) {
        if (flip > now && (earliest === null || flip < earliest)) earliest = flip;
      }
    }
  }
  return earliest;
}

/** When the truth of a predicate may change: at the instant, or where its count of days enters and leaves `days`. */
function flipsOf(leaf: Leaf, facts: Facts): readonly Instant[] {
  if (leaf.fact === 'npsClass') {
    return typeof facts.lastNpsAt === 'number' ? [facts.lastNpsAt + npsAnswerLastsDays * day] : [];
  }
  const instant = facts[leaf.fact];
  if (typeof instant !== 'number') return [];
  switch (leaf.is) {
    case 'reached': return [instant];
    case 'daysSince': return [instant + leaf.days * day, instant + (leaf.days + 1) * day];
    case 'daysUntil': return [instant - leaf.days * day + 1, instant - (leaf.days + 1) * day + 1];
    default: return [];
  }
}
