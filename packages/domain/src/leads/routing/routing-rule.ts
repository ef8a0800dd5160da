import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';
import { type Catalogue, parseRule, type Rule } from '#rules';
import { leadCatalogue } from '../lead-facts.ts';
import { prepareSkills, prepareTerritories } from './skills-and-territories.ts';

/** How one of several people is picked: who has least to do, or whose turn it is. */
export const routingStrategies = ['LEAST_LOADED', 'ROUND_ROBIN'] as const;

export type RoutingStrategy = (typeof routingStrategies)[number];

/** To whom a rule hands over: the owner whom the customer has already, one of some people, or one of a team. */
export type Assignment =
  | { readonly to: 'OWNER' }
  | { readonly to: 'USERS'; readonly userIds: readonly string[]; readonly strategy: RoutingStrategy }
  | { readonly to: 'TEAM'; readonly teamId: string; readonly strategy: RoutingStrategy };

/** Which leads go to whom (regla de reparto). Rules are asked in their order. */
export interface RoutingRule {
  readonly name: string;
  /** Over the lead's and its customer's facts. */
  readonly rule: Rule;
  /** ISO 3166 of the customers it is about; empty for everywhere. */
  readonly territories: readonly string[];
  /** Bounds of the lead's budget in minor units of the company's currency, both included; a lead without a budget is within none. */
  readonly minimumValue: number | null;
  readonly maximumValue: number | null;
  /** All of which one must have. */
  readonly skills: readonly string[];
  readonly assign: Assignment;
}

/** A routing rule as entered. */
export interface RoutingRuleInput {
  readonly name: string;
  readonly rule: unknown;
  readonly territories?: readonly string[] | undefined;
  readonly minimumValue?: number | null | undefined;
  readonly maximumValue?: number | null | undefined;
  readonly skills?: readonly string[] | undefined;
  readonly assign: Assignment;
}

const longestName = 80;
const mostNamed = 200;

/** Checks a routing rule against what rules about leads may read; refuses what is wrong by its path. */
export function prepareRoutingRule(input: RoutingRuleInput, catalogue: Catalogue = leadCatalogue()): RoutingRule | Refusal {
  const name = input.name.replaceAll(/\s+/g, ' ').trim();
  if (name === '') return refuse('REQUIRED', { field: 'name' });
  if (name.length > longestName) return refuse('TOO_LONG', { field: 'name', details: { maximum: longestName } });
  const rule = parseRule(input.rule, catalogue);
  if (isRefused(rule)) return { ...rule, field: rule.field ? `rule.${rule.field}` : 'rule' };
  const territories = prepareTerritories(input.territories ?? []);
  if (isRefused(territories)) return territories;
  const { minimumValue = null, maximumValue = null } = input;
  const wrong = wrongBounds(minimumValue, maximumValue) ?? wrongAssignment(input.assign);
  if (wrong) return wrong;
  const skills = prepareSkills(input.skills ?? []);
  if (isRefused(skills)) return skills;
  return { name, rule, territories, minimumValue, maximumValue, skills, assign: input.assign };
}

function wrongBounds(minimum: number | null, maximum: number | null): Refusal | null {
  if (minimum !== null && (!Number.isSafeInteger(minimum) || minimum < 0)) return refuse('OUT_OF_RANGE', { field: 'minimumValue', details: { minimum: 0 } });
  if (maximum !== null && (!Number.isSafeInteger(maximum) || maximum < 0)) return refuse('OUT_OF_RANGE', { field: 'maximumValue', details: { minimum: 0 } });
  if (minimum !== null && maximum !== null && maximum < minimum) return refuseBecause('INVALID', 'BOUNDS_CROSSED', { field: 'maximumValue' });
  return null;
}

function wrongAssignment(assign: Assignment): Refusal | null {
  switch (assign.to) {
    case 'OWNER': return null;
    case 'USERS':
      if (assign.userIds.length === 0) return refuse('REQUIRED', { field: 'assign.userIds' });
      if (assign.userIds.length > mostNamed) return refuse('OUT_OF_RANGE', { field: 'assign.userIds', details: { minimum: 1, maximum: mostNamed } });
      return wrongStrategy(assign.strategy);
    case 'TEAM': return assign.teamId.trim() === '' ? refuse('REQUIRED', { field: 'assign.teamId' }) : wrongStrategy(assign.strategy);
    default: return refuse('INVALID', { field: 'assign.to', details: { value: String((assign as { to: unknown }).to) } });
  }
}

const wrongStrategy = (strategy: RoutingStrategy): Refusal | null =>
  routingStrategies.includes(strategy) ? null : refuse('INVALID', { field: 'assign.strategy', details: { value: strategy } });
