import type { Instant } from '#calendar';
import { type Deciding, deciding, holds, type Subject } from '#rules';
import type { RoutingRule, RoutingStrategy } from './routing-rule.ts';
import { skillKey } from './skills-and-territories.ts';

/** Somebody who may be given leads. */
export interface RoutablePerson {
  readonly userId: string;
  readonly teamId: string | null;
  readonly available: boolean;
  /** Open leads and opportunities that are his. */
  readonly load: number;
  /** How many he takes at most; null for any number. */
  readonly capacity: number | null;
  readonly skills: readonly string[];
  /** ISO 3166 of the customers he takes; empty for all. */
  readonly territories: readonly string[];
  /** ISO 639 of the languages he speaks; empty when not said. */
  readonly languages: readonly string[];
  readonly lastAssignedAt: Instant | null;
}

/** Why a lead went where it went, for whoever asks. */
export interface RouteReason {
  /** The rule's name; null when none held. */
  readonly rule: string | null;
  /** How the person was picked; a team's queue when nobody of it could take it; whoever took it down, or nobody, when no rule found anybody. */
  readonly how: 'OWNER' | RoutingStrategy | 'TEAM_QUEUE' | 'CAPTURER' | 'NOBODY';
  /** The predicates that made the rule hold, with the values read. */
  readonly decided: readonly Deciding[];
  /** How many could have taken it. */
  readonly candidates: number;
}

/** Whose a lead becomes; nulls leave it in the common queue. */
export interface Route {
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly because: RouteReason;
}

/**
 * Hands a lead to the first rule, in order, that holds for it and finds somebody: available, with room, with all skills,
 * taking the customer's country and speaking his language where they are known. When none finds anybody, the first rule
 * that holds and names a team leaves it in the team's queue. The same input gives the same answer in whatever order the
 * people come, and every lead gets one.
 */
export function routeLead(subject: Subject, rules: readonly RoutingRule[], people: readonly RoutablePerson[], now: Instant): Route {
  const holding = rules.filter((rule) => applies(rule, subject, now));
  for (const rule of holding) {
    const candidates = candidatesOf(rule, subject, people);
    const person = pick(rule, candidates);
    if (person) return routed(person.userId, person.teamId, rule, rule.assign.to === 'OWNER' ? 'OWNER' : rule.assign.strategy, candidates.length);
  }
  const queue = holding.find(({ assign }) => assign.to === 'TEAM');
  if (queue?.assign.to === 'TEAM') return routed(null, queue.assign.teamId, queue, 'TEAM_QUEUE', 0);
  return { ownerId: null, teamId: null, because: { rule: null, how: 'NOBODY', decided: [], candidates: 0 } };

  function routed(ownerId: string | null, teamId: string | null, rule: RoutingRule, how: RouteReason['how'], candidates: number): Route {
    return { ownerId, teamId, because: { rule: rule.name, how, decided: deciding(rule.rule, subject, now), candidates } };
  }
}

/** What no rule gave to anybody is his who took it down, as far as he may be given leads: he does not lose sight of it. */
export function routeToCapturer(route: Route, capturer: RoutablePerson | undefined): Route {
  if (route.because.how !== 'NOBODY' || !capturer) return route;
  return { ownerId: capturer.userId, teamId: route.teamId ?? capturer.teamId, because: { ...route.because, how: 'CAPTURER', candidates: 1 } };
}

function applies({ rule, territories, minimumValue, maximumValue }: RoutingRule, subject: Subject, now: Instant): boolean {
  const { country, 'lead.budgetAmount': value } = subject.facts;
  if (territories.length > 0 && !(typeof country === 'string' && territories.includes(country))) return false;
  if (minimumValue !== null && !(typeof value === 'number' && value >= minimumValue)) return false;
  if (maximumValue !== null && !(typeof value === 'number' && value <= maximumValue)) return false;
  return holds(rule, subject, now);
}

function candidatesOf({ assign, skills }: RoutingRule, { facts }: Subject, people: readonly RoutablePerson[]): readonly RoutablePerson[] {
  const { country, language, ownerId } = facts;
  const named = people.filter((person) => {
    switch (assign.to) {
      case 'OWNER': return person.userId === ownerId;
      case 'USERS': return assign.userIds.includes(person.userId);
      case 'TEAM': return person.teamId === assign.teamId;
      default: return assign satisfies never;
    }
  });
  return named.filter((person) => {
    if (!person.available || (person.capacity !== null && person.load >= person.capacity)) return false;
    const has = new Set(person.skills.map(skillKey));
    return skills.every((skill) => has.has(skill)) && takes(person.territories, country) && takes(person.languages, language);
  });
}

/** An empty list takes everything, and what is not known keeps nobody out. */
const takes = (list: readonly string[], value: unknown): boolean => list.length === 0 || typeof value !== 'string' || list.includes(value);

function pick({ assign }: RoutingRule, candidates: readonly RoutablePerson[]): RoutablePerson | undefined {
  const byLoad = assign.to !== 'OWNER' && assign.strategy === 'LEAST_LOADED';
  return candidates.toSorted((a, b) => (byLoad ? a.load - b.load : 0) || turn(a) - turn(b) || (a.userId < b.userId ? -1 : 1))[0];
}

/** Who was never given anything comes first. */
const turn = ({ lastAssignedAt }: RoutablePerson): number => lastAssignedAt ?? Number.MIN_SAFE_INTEGER;
