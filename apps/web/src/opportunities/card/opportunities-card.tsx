import { useMe } from '#access';
import { Chip, Money } from '#design';
import { CustomerOpportunitiesDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useQuery } from '@apollo/client/react';
import { ActionIcon } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { statusWord } from '../opportunity-words.ts';
import styles from './card.module.css';

const OpenOpportunityDialog = lazy(async () => ({ default: (await import('../create/open-opportunity-dialog.tsx')).OpenOpportunityDialog }));
const OpportunityPanel = lazy(async () => ({ default: (await import('../record/opportunity-panel.tsx')).OpportunityPanel }));

interface OpportunitiesCardProps {
  readonly customerId: string;
  /** Changes when something happened to the customer: the card is read again. */
  readonly changed: unknown;
}

/** What may be sold to this customer, the open ones first, and the way to a new one. */
export function OpportunitiesCard({ customerId, changed }: OpportunitiesCardProps) {
  const { role } = useMe();
  const language = useLanguage();
  const mayRead = scopeOf(role, 'opportunity', 'read') !== 'none';
  const { data, refetch } = useQuery(CustomerOpportunitiesDocument, { variables: { id: customerId }, skip: !mayRead });
  const [open, setOpen] = useState<string>();
  const [creating, setCreating] = useState(false);
  const renew = () => void refetch().catch(() => {});
  useEffect(() => { if (mayRead) void refetch().catch(() => {}); }, [changed, mayRead, refetch]);
  if (!mayRead || !data) return null;
  const all = data.customer?.opportunities.edges.map(({ node }) => node) ?? [];
  const shown = all.toSorted((a, b) => Number(b.status === 'OPEN') - Number(a.status === 'OPEN')).slice(0, 6);
  return (
    <section className={styles.card} aria-label={m.shell_nav_opportunities()}>
      <header className={styles.head}>
        <h2>{m.shell_nav_opportunities()} <span className={styles.count}>{data.customer?.opportunities.totalCount ?? 0}</span></h2>
        {scopeOf(role, 'opportunity', 'create') !== 'none' && <ActionIcon size={24} aria-label={m.opportunities_new()} onClick={() => setCreating(true)}><IconPlus size={14} stroke={1.75} /></ActionIcon>}
      </header>
      {shown.length === 0 && <p className={styles.none}>{m.opportunities_none_yet()}</p>}
      <ul className={styles.list}>
        {shown.map(({ id, title, status, stage, stageNames, amount, isStale }) => (
          <li key={id}>
            <button type="button" onClick={() => setOpen(id)}>{title}</button>
            {amount && <b><Money {...amount} whole /></b>}
            <span className={styles.state}>{status === 'OPEN' ? (isStale ? <Chip tone="warn">{stageNames?.[language] ?? stage}</Chip> : stageNames?.[language] ?? stage) : <Chip tone={status === 'WON' ? 'ok' : 'plain'}>{statusWord(status)}</Chip>}</span>
          </li>
        ))}
      </ul>
      <Suspense>
        {creating && <OpenOpportunityDialog customerId={customerId} onClose={() => setCreating(false)} onOpened={renew} />}
        {open && <OpportunityPanel key={open} id={open} onClose={() => setOpen(undefined)} onChanged={renew} onOpen={setOpen} />}
      </Suspense>
    </section>
  );
}
