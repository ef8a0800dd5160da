import { day, daysSince, type Instant } from '#calendar';
import type { Facts, FactValue } from './fact.ts';

/** Days after which an answer to the NPS question no longer classifies the customer. */
export const npsAnswerLastsDays = 365;

/** Of which stored facts each derived one is made. */
export const derivedFrom: Readonly<Record<string, readonly string[]>> = {
  npsClass: ['lastNpsScore', 'lastNpsAt'], silencePct: ['expectedNextOrderAt', 'rhythmDays'],
};

/** The facts with those added that follow from others and the instant: `npsClass` and `silencePct`. */
export function deriveFacts(facts: Facts, now: Instant): Facts {
  return { ...facts, npsClass: npsClassOf(facts, now), silencePct: silenceOf(facts, now) };
}

function npsClassOf({ lastNpsScore, lastNpsAt }: Facts, now: Instant): FactValue | undefined {
  if (lastNpsScore === undefined || lastNpsAt === undefined) return undefined;
  if (typeof lastNpsScore !== 'number' || typeof lastNpsAt !== 'number') return null;
  if (now - lastNpsAt >= npsAnswerLastsDays * day) return null;
  if (lastNpsScore >= 9) return 'PROMOTER';
  return lastNpsScore >= 7 ? 'PASSIVE' : 'DETRACTOR';
}

/** floor(100 · days since the last spot order / rhythm); the last spot order is one rhythm before the next expected. */
function silenceOf({ expectedNextOrderAt, rhythmDays }: Facts, now: Instant): FactValue | undefined {
  if (expectedNextOrderAt === undefined || rhythmDays === undefined) return undefined;
  if (typeof expectedNextOrderAt !== 'number' || typeof rhythmDays !== 'number') return null;
  const days = daysSince(expectedNextOrderAt, now) + rhythmDays;
  return Math.floor((100 * days) / rhythmDays);
}
