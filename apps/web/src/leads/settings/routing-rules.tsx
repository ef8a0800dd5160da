import { refusalText, type Refused } from '#api-client';
import { usePeople } from '#activities';
import { Chip, ErrorState, formatMoney, lazily, showToast, SkeletonRows, useFormatting } from '#design';
import { DeleteRoutingRuleDocument, type RoutingRuleDetailsFragment, RoutingRulesDocument, SortRoutingRulesDocument } from '#operations';
import { countryNames, useTelling } from '#rules';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { ActionIcon, Button } from '@mantine/core';
import type { Rule } from '@orbita/domain/rules';
import { IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import styles from '../leads.module.css';

const RoutingRuleDialog = lazily(async () => (await import('./routing-rule-dialog.tsx')).RoutingRuleDialog);

/** The rules in the order in which they are asked; the first that holds and finds somebody decides. */
export function RoutingRules() {
  const language = useLanguage();
  const { data, error, refetch } = useQuery(RoutingRulesDocument, { fetchPolicy: 'cache-and-network' });
  const [sort] = useMutation(SortRoutingRulesDocument, { refetchQueries: ['RoutingRules'] });
  const [remove] = useMutation(DeleteRoutingRuleDocument, { refetchQueries: ['RoutingRules'] });
  const [open, setOpen] = useState<{ readonly rule: RoutingRuleDetailsFragment | undefined }>();
  const rules = data?.routingRules ?? [];
  const said = (refusal: Refused | null | undefined, text?: string) => {
    if (refusal) showToast(refusalText(refusal, language), { tone: 'bad' });
    else if (text) showToast(text);
  };
  const failed = () => showToast(m.leads_failed(), { tone: 'bad' });
  const up = (at: number) => {
    const ids = rules.map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (moved) ids.splice(at - 1, 0, moved);
    void sort({ variables: { ids } }).then(({ data: done }) => said(done?.sortRoutingRules.refusal)).catch(failed);
  };
  const discard = ({ id, version }: RoutingRuleDetailsFragment) =>
    void remove({ variables: { input: { id, expectedVersion: version } } }).then(({ data: done }) => said(done?.deleteRoutingRule.refusal, m.leads_rule_deleted())).catch(failed);
  return (
    <section className={styles.part} aria-label={m.leads_routing()}>
      <div className={styles.partHead}>
        <div><h2>{m.leads_routing()}</h2><p className={styles.quiet}>{m.leads_routing_explained()}</p></div>
        <Button variant="default" leftSection={<IconPlus size={13} />} onClick={() => setOpen({ rule: undefined })}>{m.leads_new_rule()}</Button>
      </div>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data ? <SkeletonRows rows={3} /> : rules.length === 0 ? <p className={styles.quiet}>{m.leads_no_rules()}</p> : (
        <ol className={styles.rules}>
          {rules.map((rule, at) => (
            <li key={rule.id}>
              <span className={styles.place}>{at + 1}</span>
              <div className={styles.ruleText}>
                <b>{rule.name}</b> {!rule.active && <Chip>{m.leads_off()}</Chip>}
                <RuleWords rule={rule} />
              </div>
              <span className={styles.ruleActs}>
                {at > 0 && <ActionIcon size={28} aria-label={m.leads_up({ name: rule.name })} onClick={() => up(at)}><IconArrowUp size={14} stroke={1.6} /></ActionIcon>}
                <ActionIcon size={28} aria-label={m.leads_edit({ name: rule.name })} onClick={() => setOpen({ rule })}><IconPencil size={14} stroke={1.6} /></ActionIcon>
                <ActionIcon size={28} aria-label={m.leads_delete_rule({ name: rule.name })} onClick={() => discard(rule)}><IconTrash size={14} stroke={1.6} /></ActionIcon>
              </span>
            </li>
          ))}
        </ol>
      )}
      {open && <RoutingRuleDialog key={`${open.rule?.id} ${open.rule?.version}`} rule={open.rule} onTheirs={(rule) => setOpen({ rule })} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

/** For which leads it is, and to whom they go, as a person says it. */
function RuleWords({ rule: { rule, assignTo, teamId, userIds, territories, skills, minimumValue, maximumValue } }: { readonly rule: RoutingRuleDetailsFragment }) {
  const condition = rule as Rule;
  const { language } = useFormatting();
  const telling = useTelling(condition);
  const { nameOf } = usePeople();
  const every = 'and' in condition && condition.and.length === 0;
  const amount = (money: { readonly amount: string; readonly currency: string }) => formatMoney(language, money.amount, money.currency, { whole: money.amount.endsWith('.00') });
  const also = [
    territories.length > 0 && countryNames(territories, language),
    minimumValue && m.leads_rule_from({ amount: amount(minimumValue) }),
    maximumValue && m.leads_rule_up_to({ amount: amount(maximumValue) }),
  ].filter(Boolean).join(' · ');
  const whom = assignTo === 'TEAM' ? nameOf(teamId ?? '') : assignTo === 'USERS' ? userIds.map((id) => nameOf(id)).filter(Boolean).join(', ') : m.leads_to_owner();
  return (
    <p className={styles.quiet}>
      {every ? m.leads_rule_all() : telling(condition)}{also && ` · ${also}`} → {whom}{skills.length > 0 && ` (${m.leads_rule_knows({ skills: skills.join(', ') })})`}
    </p>
  );
}
