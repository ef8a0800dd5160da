import { usePeople } from '#activities';
import { refusalText } from '#api-client';
import { DecimalField, Dialog, Fields, FieldRow, ManySelectField, SelectField, showToast, SwitchField, TagsField, TextField, useFormatting } from '#design';
import { CreateRoutingRuleDocument, type RoutingRuleDetailsFragment, UpdateRoutingRuleDocument } from '#operations';
import { countriesWith, RuleEditor } from '#rules';
import { m } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { Rule } from '@orbita/domain/rules';
import { type FormEvent, useState } from 'react';
import styles from '../leads.module.css';
import { draftOf, fieldOf, inputOf, type RoutingDraft } from './routing-draft.ts';
import { StaleWays } from './stale-ways.tsx';

const everyLead: Rule = { and: [] };

interface RoutingRuleDialogProps {
  readonly rule: RoutingRuleDetailsFragment | undefined;
  /** What somebody else saved meanwhile is looked at instead. */
  readonly onTheirs: (rule: RoutingRuleDetailsFragment) => void;
  readonly onClose: () => void;
}

const partNames = () => ({
  name: m.leads_rule_name(), rule: m.leads_rule_condition(), territories: m.leads_rule_territories(), minimumValue: m.leads_rule_budget(), maximumValue: m.leads_rule_budget(),
  assignTo: m.leads_rule_to(), teamId: m.leads_rule_to(), userIds: m.leads_rule_to(), strategy: m.leads_strategy(), skills: m.leads_rule_skills(), active: m.leads_active(),
});

/** Which leads, and to whom. */
export function RoutingRuleDialog({ rule, onTheirs, onClose }: RoutingRuleDialogProps) {
  const { language, currency } = useFormatting();
  const { users, teams } = usePeople();
  const [start] = useState<Rule>((rule?.rule as Rule | undefined) ?? everyLead);
  const [condition, setCondition] = useState<Rule | undefined>(start);
  const [strict, setStrict] = useState(false);
  const [draft, setDraft] = useState<RoutingDraft>(() => draftOf(rule));
  const set = (next: Partial<RoutingDraft>) => setDraft((before) => ({ ...before, ...next }));
  const [problem, setProblem] = useState<{ readonly field: string; readonly text: string; readonly theirs?: RoutingRuleDetailsFragment | undefined }>();
  const again = { refetchQueries: ['RoutingRules'] };
  const [create, creating] = useMutation(CreateRoutingRuleDocument, again);
  const [update, updating] = useMutation(UpdateRoutingRuleDocument, again);
  const at = (field: string) => (problem?.field === field ? problem.text : undefined);
  const submit = async (event?: FormEvent, over?: number) => {
    event?.preventDefault();
    if (condition === undefined) return setStrict(true);
    const input = inputOf(draft, condition);
    const { refusal, routingRule } = (rule
      ? (await update({ variables: { input: { ...input, id: rule.id, expectedVersion: over ?? rule.version } } })).data?.updateRoutingRule
      : (await create({ variables: { input } })).data?.createRoutingRule) ?? {};
    if (refusal) return setProblem({ field: fieldOf(refusal.field), text: refusalText(refusal, language), theirs: refusal.code === 'STALE_VERSION' ? routingRule ?? undefined : undefined });
    showToast(m.leads_rule_saved());
    return onClose();
  };
  const failed = () => setProblem({ field: '', text: m.leads_failed() });
  const theirs = problem?.theirs;
  const known = ['name', 'territories', 'minimumValue', 'maximumValue', 'skills', 'assign.teamId', 'assign.userIds'];
  return (
    <Dialog
      title={rule?.name ?? m.leads_new_rule()} onClose={onClose} size="large"
      footer={<><Button variant="default" onClick={onClose}>{m.leads_cancel()}</Button><Button type="submit" form="routing-rule" loading={creating.loading || updating.loading}>{m.company_save()}</Button></>}
    >
      <form id="routing-rule" noValidate onSubmit={(event) => void submit(event).catch(failed)}>
        <Fields refusal={problem && !known.includes(problem.field) ? problem.text : undefined}>
          {rule && theirs && <StaleWays before={rule} theirs={theirs} parts={partNames()} onTheirs={() => onTheirs(theirs)} onMine={() => void submit(undefined, theirs.version).catch(failed)} />}
          <TextField label={m.leads_rule_name()} data-autofocus required maxLength={80} value={draft.name} error={at('name')} onChange={(event) => set({ name: event.currentTarget.value })} />
          <div className={styles.ruleEditor} role="group" aria-label={m.leads_rule_condition()}>
            <span>{m.leads_rule_condition()}</span>
            <RuleEditor rule={start} about="lead" onChange={setCondition} strict={strict} />
          </div>
          <ManySelectField
            label={m.leads_rule_territories()} description={m.leads_rule_territories_hint()} searchable value={[...draft.territories]} error={at('territories')} data={countriesWith(draft.territories, language)}
            onChange={(territories) => set({ territories })}
          />
          <FieldRow>
            <DecimalField label={m.leads_rule_minimum({ currency })} value={draft.minimumValue} error={at('minimumValue')} allowNegative={false} onChange={(minimumValue) => set({ minimumValue })} />
            <DecimalField label={m.leads_rule_maximum({ currency })} value={draft.maximumValue} error={at('maximumValue')} allowNegative={false} onChange={(maximumValue) => set({ maximumValue })} />
          </FieldRow>
          <p className={styles.quiet}>{m.leads_rule_bounds_hint()}</p>
          <FieldRow>
            <SelectField
              label={m.leads_rule_to()} value={draft.assignTo} onChange={(to) => to && set({ assignTo: to as typeof draft.assignTo })}
              data={[{ value: 'TEAM', label: m.leads_to_team() }, { value: 'USERS', label: m.leads_to_users() }, { value: 'OWNER', label: m.leads_to_owner() }]}
            />
            {draft.assignTo === 'TEAM' && <SelectField label={m.leads_team()} value={draft.teamId} error={at('assign.teamId')} onChange={(teamId) => set({ teamId })} data={teams.map(({ id, name }) => ({ value: id, label: name }))} />}
            {draft.assignTo === 'USERS' && <ManySelectField label={m.leads_people()} searchable value={[...draft.userIds]} error={at('assign.userIds')} onChange={(userIds) => set({ userIds })} data={users.map(({ id, name }) => ({ value: id, label: name }))} />}
          </FieldRow>
          {draft.assignTo !== 'OWNER' && (
            <SelectField
              label={m.leads_strategy()} value={draft.strategy} onChange={(strategy) => strategy && set({ strategy: strategy as typeof draft.strategy })}
              data={[{ value: 'LEAST_LOADED', label: m.leads_least_loaded() }, { value: 'ROUND_ROBIN', label: m.leads_round_robin() }]}
            />
          )}
          <TagsField label={m.leads_rule_skills()} description={m.leads_rule_skills_hint()} value={[...draft.skills]} error={at('skills')} onChange={(skills) => set({ skills })} />
          <SwitchField label={m.leads_active()} checked={draft.active} onChange={(event) => set({ active: event.currentTarget.checked })} />
        </Fields>
      </form>
    </Dialog>
  );
}
