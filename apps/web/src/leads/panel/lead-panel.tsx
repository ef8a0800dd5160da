import { useMe } from '#access';
import { EmptyState, ErrorState, KeyHint, SkeletonRows, StageChip, useFormatting } from '#design';
import { LeadDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconArrowLeft, IconMoodEmpty } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { useHeldDecisions } from '../held-decisions.ts';
import { statusColor, statusWord } from '../lead-words.ts';
import styles from '../leads.module.css';
import { ResponseClock } from '../list/response-clock.tsx';
import { useLeadActs } from '../use-lead-acts.ts';
import { LeadFacts } from './lead-facts.tsx';
import type { OpenLead } from './open-lead.ts';
import { OwnFieldsForm } from './own-fields-form.tsx';
import { QualificationForm } from './qualification-form.tsx';

type Act = 'assign' | 'qualify' | 'disqualify' | 'recycle';
const LeadActDialog = lazy(async () => ({ default: (await import('../dialogs/lead-act-dialog.tsx')).LeadActDialog }));

/** One lead at the side of the list: what was written, who it is, what was found out, what to do. */
interface LeadPanelProps {
  readonly id: string;
  readonly onClose: () => void;
  /** Another lead, at this one's place. */
  readonly onOpen: (id: string) => void;
}

export function LeadPanel({ id, onClose, onOpen }: LeadPanelProps) {
  const { data, error, refetch } = useQuery(LeadDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={8} />;
  return data.lead ? <Opened lead={data.lead} onClose={onClose} onOpen={onOpen} /> : <EmptyState icon={IconMoodEmpty} text={m.leads_gone()} />;
}

function Opened({ lead: stands, onClose, onOpen }: Omit<LeadPanelProps, 'id'> & { readonly lead: OpenLead }) {
  const { role } = useMe();
  const decided = useHeldDecisions().get(stands.id);
  const lead: OpenLead = { ...stands, ...decided };
  const { language } = useFormatting();
  const navigate = useNavigate();
  const { work, wake, reopen } = useLeadActs();
  const key = useRef(crypto.randomUUID());
  const [act, setAct] = useState<Act>();
  const open = lead.endedAt === null && lead.viewerCanUpdate && !decided;
  const ended = lead.status === 'DISQUALIFIED' && !decided && scopeOf(role, 'lead', 'create') !== 'none';
  const takeUp = async () => {
    const next = await reopen(lead, key.current);
    key.current = crypto.randomUUID();
    if (next) onOpen(next);
  };
  useShortcut({ keys: 'enter', label: m.leads_open_customer(), group: 'list', run: () => void navigate({ to: '/customers/$id', params: { id: lead.customer.id } }) });
  useShortcut({ keys: 'escape', label: m.leads_back(), group: 'list', run: onClose });
  useShortcut({ keys: 'a', label: m.leads_assign(), group: 'page', opens: true, run: () => setAct('assign') }, open);
  useShortcut({ keys: 'q', label: m.leads_qualify(), group: 'page', opens: true, run: () => setAct('qualify') }, open);
  useShortcut({ keys: 'd', label: m.leads_disqualify(), group: 'page', opens: true, run: () => setAct('disqualify') }, open);
  useShortcut({ keys: 'u', label: ended ? m.leads_reopen() : m.leads_wake(), group: 'page', run: () => void (ended ? takeUp() : wake(lead)) }, ended || (open && lead.status === 'RECYCLED'));
  useShortcut({ keys: 'r', label: m.leads_recycle(), group: 'page', opens: true, run: () => setAct('recycle') }, open);
  useShortcut({
    keys: 'e', label: m.leads_evaluate(), group: 'page',
    run: () => document.querySelector<HTMLElement>('[data-part=qualification] input:checked')?.focus(),
  }, open);
  return (
    <article className={styles.lead} aria-label={lead.customer.name}>
      <header className={styles.leadHead}>
        <button type="button" className={styles.back} onClick={onClose}><IconArrowLeft size={16} aria-hidden /> {m.leads_back()}</button>
        <h2><Link to="/customers/$id" params={{ id: lead.customer.id }}>{lead.customer.name}</Link></h2>
        <div className={styles.marks}><StageChip color={statusColor[lead.status]} name={statusWord(lead.status, language)} /><ResponseClock lead={lead} /></div>
        {open && (
          <div className={styles.acts}>
            <Button onClick={() => setAct('qualify')} rightSection={<KeyHint keys="q" onAccent />}>{m.leads_qualify()}</Button>
            {lead.status === 'RECYCLED' && <Button variant="default" onClick={() => void wake(lead)} rightSection={<KeyHint keys="u" />}>{m.leads_wake()}</Button>}
            {lead.firstResponseAt === null && <Button variant="default" onClick={() => void work(lead)}>{m.leads_mark_answered()}</Button>}
            <Button variant="default" onClick={() => setAct('assign')} rightSection={<KeyHint keys="a" />}>{m.leads_assign()}</Button>
            <Button variant="default" onClick={() => setAct('recycle')} rightSection={<KeyHint keys="r" />}>{m.leads_recycle()}</Button>
            <Button variant="default" onClick={() => setAct('disqualify')} rightSection={<KeyHint keys="d" />}>{m.leads_disqualify()}</Button>
          </div>
        )}
        {ended && <div className={styles.acts}><Button variant="default" onClick={() => void takeUp()} rightSection={<KeyHint keys="u" />}>{m.leads_reopen()}</Button></div>}
      </header>
      <LeadFacts lead={lead} />
      <OwnFieldsForm key={`own ${JSON.stringify(lead.customValues)}`} lead={lead} mayWrite={open} />
      <QualificationForm key={`answers ${JSON.stringify(lead.qualification)}`} lead={lead} mayWrite={open} />
      <Suspense>{act && <LeadActDialog act={act} lead={lead} onClose={() => setAct(undefined)} />}</Suspense>
    </article>
  );
}
