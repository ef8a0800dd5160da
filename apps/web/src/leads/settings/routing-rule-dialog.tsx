import { usePeople } from '#activities';
import { refusalText } from '#api-client';
import { Dialog, Fields, FieldRow, ManySelectField, SelectField, showToast, SwitchField, TextField } from '#design';
import { CreateRoutingRuleDocument, type CreateRoutingRuleInput, type RoutingRuleDetailsFragment, UpdateRoutingRuleDocument } from '#operations';
import { RuleEditor } from '#rules';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { Rule } from '@orbita/domain/rules';
import { type FormEvent, useState } from 'react';
import styles from '../leads.module.css';

const everyLead: Rule = { and: [] };

/** Which leads, and to whom. */
export function RoutingRuleDialog({ rule, onClose }: { readonly rule: RoutingRuleDetailsFragment | undefined; readonly onClose: () => void }) {
  const language = useLanguage();
  const { users, teams } = usePeople();
  const [start] = useState<Rule>((rule?.rule as Rule | undefined) ?? everyLead);
  const [condition, setCondition] = useState<Rule | undefined>(start);
  const [strict, setStrict] = useState(false);
  const [draft, setDraft] = useState({
    name: rule?.name ?? '', assignTo: rule?.assignTo ?? 'TEAM', teamId: rule?.teamId ?? null, userIds: [...(rule?.userIds ?? [])], strategy: rule?.strategy ?? 'LEAST_LOADED', active: rule?.active ?? true,
  });
  const [problem, setProblem] = useState<{ readonly field: string; readonly text: string }>();
  const again = { refetchQueries: ['RoutingRules'] };
  const [create, creating] = useMutation(CreateRoutingRuleDocument, again);
  const [update, updating] = useMutation(UpdateRoutingRuleDocument, again);
  const at = (field: string) => (problem?.field === field ? problem.text : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (condition === undefined) return setStrict(true);
    const input: CreateRoutingRuleInput = { ...draft, rule: condition, territories: rule?.territories as string[] | undefined, skills: rule?.skills as string[] | undefined };
    const refusal = rule
      ? (await update({ variables: { input: { ...input, id: rule.id, expectedVersion: rule.version } } })).data?.updateRoutingRule.refusal
      : (await create({ variables: { input } })).data?.createRoutingRule.refusal;
    if (refusal) return setProblem({ field: refusal.field ?? '', text: refusalText(refusal, language) });
    showToast(m.leads_rule_saved());
    return onClose();
  };
  const known = ['name', 'assign.teamId', 'assign.userIds'];
  return (
    <Dialog
      title={rule?.name ?? m.leads_new_rule()} onClose={onClose} size="large"
      footer={<><Button variant="default" onClick={onClose}>{m.leads_cancel()}</Button><Button type="submit" form="routing-rule" loading={creating.loading || updating.loading}>{m.company_save()}</Button></>}
    >
      <form id="routing-rule" noValidate onSubmit={(event) => void submit(event).catch(() => setProblem({ field: '', text: m.leads_failed() }))}>
        <Fields refusal={problem && !known.includes(problem.field) ? problem.text : undefined}>
          <TextField label={m.leads_rule_name()} data-autofocus required maxLength={80} value={draft.name} error={at('name')} onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })} />
          <div className={styles.ruleEditor} role="group" aria-label={m.leads_rule_condition()}>
            <span>{m.leads_rule_condition()}</span>
            <RuleEditor rule={start} about="lead" onChange={setCondition} strict={strict} />
          </div>
          <FieldRow>
            <SelectField
              label={m.leads_rule_to()} value={draft.assignTo} onChange={(to) => to && setDraft({ ...draft, assignTo: to as typeof draft.assignTo })}
              data={[{ value: 'TEAM', label: m.leads_to_team() }, { value: 'USERS', label: m.leads_to_users() }, { value: 'OWNER', label: m.leads_to_owner() }]}
            />
            {draft.assignTo === 'TEAM' && <SelectField label={m.leads_team()} value={draft.teamId} error={at('assign.teamId')} onChange={(teamId) => setDraft({ ...draft, teamId })} data={teams.map(({ id, name }) => ({ value: id, label: name }))} />}
            {draft.assignTo === 'USERS' && <ManySelectField label={m.leads_people()} searchable value={draft.userIds} error={at('assign.userIds')} onChange={(userIds) => setDraft({ ...draft, userIds })} data={users.map(({ id, name }) => ({ value: id, label: name }))} />}
          </FieldRow>
          {draft.assignTo !== 'OWNER' && (
            <SelectField
              label={m.leads_strategy()} value={draft.strategy} onChange={(strategy) => strategy && setDraft({ ...draft, strategy: strategy as typeof draft.strategy })}
              data={[{ value: 'LEAST_LOADED', label: m.leads_least_loaded() }, { value: 'ROUND_ROBIN', label: m.leads_round_robin() }]}
            />
          )}
          <SwitchField label={m.leads_active()} checked={draft.active} onChange={(event) => setDraft({ ...draft, active: event.currentTarget.checked })} />
        </Fields>
      </form>
    </Dialog>
  );
}
