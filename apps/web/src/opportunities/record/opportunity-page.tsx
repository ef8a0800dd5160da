import { EmptyState, ErrorState, PageHeader, SkeletonRows } from '#design';
import { m } from '#words';
import { IconLayoutKanban } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { OpportunitySheet } from './opportunity-sheet.tsx';
import { useOpportunity } from './use-opportunity.ts';
import styles from './record.module.css';

/** An opportunity at an address of its own. */
export function OpportunityPage({ id }: { readonly id: string }) {
  const navigate = useNavigate();
  const { opportunity, asked, renewing, error, refetch } = useOpportunity(id);
  const renew = () => void refetch().catch(() => {});
  if (!opportunity) {
    return (
      <>
        <PageHeader title={m.shell_nav_opportunities()} />
        {error ? <ErrorState error={error} onRetry={renew} /> : asked
          ? <EmptyState icon={IconLayoutKanban} text={m.opportunities_gone()} action={{ label: m.opportunities_to_board(), keys: 'g b', onAct: () => void navigate({ to: '/opportunities' }) }} /> : <SkeletonRows rows={10} />}
      </>
    );
  }
  return (
    <>
      <PageHeader title={opportunity.title} />
      <div className={styles.page}><OpportunitySheet opportunity={opportunity} renewing={renewing} onChanged={renew} onOpen={(next) => void navigate({ to: '/opportunities/$id', params: { id: next } })} /></div>
    </>
  );
}
