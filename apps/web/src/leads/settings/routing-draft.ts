import type { CreateRoutingRuleInput, RoutingRuleDetailsFragment } from '#operations';
import type { Rule } from '@orbita/domain/rules';

/** A routing rule under way: everything that a rule has but its condition, which its own editor holds. */
export interface RoutingDraft {
  readonly name: string;
  readonly territories: readonly string[];
  /** Exact decimals of the company's currency; empty for no bound. */
  readonly minimumValue: string;
  readonly maximumValue: string;
  readonly skills: readonly string[];
  readonly assignTo: CreateRoutingRuleInput['assignTo'];
  readonly teamId: string | null;
  readonly userIds: readonly string[];
  readonly strategy: 'LEAST_LOADED' | 'ROUND_ROBIN';
  readonly active: boolean;
}

export const draftOf = (rule: RoutingRuleDetailsFragment | undefined): RoutingDraft => ({
  name: rule?.name ?? '', territories: rule?.territories ?? [], minimumValue: rule?.minimumValue?.amount ?? '', maximumValue: rule?.maximumValue?.amount ?? '',
  skills: rule?.skills ?? [], assignTo: rule?.assignTo ?? 'TEAM', teamId: rule?.teamId ?? null, userIds: rule?.userIds ?? [],
  strategy: rule?.strategy ?? 'LEAST_LOADED', active: rule?.active ?? true,
});

/** What is saved takes the place of the whole rule, so nothing of it may be left out. */
export const inputOf = ({ minimumValue, maximumValue, territories, skills, userIds, ...draft }: RoutingDraft, condition: Rule): CreateRoutingRuleInput => ({
  ...draft, rule: condition, territories: [...territories], skills: [...skills], userIds: [...userIds], minimumValue: minimumValue || null, maximumValue: maximumValue || null,
});

/** At which of the fields a refusal is shown: of a list the whole, of a rule its editor. */
export const fieldOf = (refused: string | null | undefined): string => refused?.replace(/^(territories|skills)\..*$/, '$1') ?? '';
