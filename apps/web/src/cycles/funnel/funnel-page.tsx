import { shownOf } from '#api-client';
import { EmptyState, ErrorState, NumberText, PageHeader, SkeletonRows, Stat, useFormatting } from '#design';
import { CycleFunnelDocument, type CycleFunnelQuery } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { IconRotate } from '@tabler/icons-react';
import { useState } from 'react';
import { cohortOf, isMonth } from './cohort-of.ts';
import { CohortTable, orderedOf } from './cohort-table.tsx';
import { FunnelBars } from './funnel-bars.tsx';
import { FunnelFilters } from './funnel-filters.tsx';
import type { FunnelPageProps, FunnelSearch, Group } from './funnel-search.ts';
import styles from './funnel.module.css';
import { LedgerCard } from './ledger-card.tsx';
import { timeText } from './time-text.ts';

/** How far cycles come, how long they take, how they end: for those that opened in a period, told apart as one likes. */
export function FunnelPage(props: FunnelPageProps) {
  const { timeZone } = useFormatting();
  // One present for the page: the cohort is the same however long it is looked at.
  const [now] = useState(() => Date.now());
  const { search, onSearch } = props;
  const by = search.by ?? 'MONTH';
  const question = useQuery(CycleFunnelDocument, {
    variables: { cohort: cohortOf(search, now, timeZone), by }, fetchPolicy: 'cache-and-network',
  });
  const { data, error, loading, refetch } = question;
  const shown = shownOf(question);
  return (
    <>
      <PageHeader title={m.shell_nav_funnel()} toolbar={<FunnelFilters {...props} />} />
      <div className={styles.page} data-stale={(loading && !data && shown) || undefined}>
        {error && !shown && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!error && !shown && <SkeletonRows rows={14} />}
        {shown && shown.cycleLedger.started === 0 && <EmptyState icon={IconRotate} text={narrowed(search) ? m.cycles_empty_filter() : m.cycles_empty()} />}
        {shown && shown.cycleLedger.started > 0 && <Measures shown={shown} by={by} onBy={(next) => onSearch({ ...search, by: next })} onOnly={(key) => onSearch({ ...search, ...only(by, key) })} />}
      </div>
    </>
  );
}

const narrowed = ({ period, month, line, owner, origin, source }: FunnelSearch): boolean => Boolean(isMonth(month) || line || owner || origin || source || (period && period !== 'all'));

/** The same page about one of the groups. */
function only(by: Group, key: string): Partial<FunnelSearch> {
  switch (by) {
    case 'MONTH': return { month: key.slice(0, 7) };
    case 'OWNER': return { owner: key };
    case 'LINE': return { line: key };
    case 'ORIGIN': return { origin: key as FunnelSearch['origin'] };
    case 'SOURCE': return { source: key as FunnelSearch['source'] };
    default: return by satisfies never;
  }
}

interface MeasuresProps {
  readonly shown: CycleFunnelQuery;
  readonly by: Group;
  readonly onBy: (by: Group) => void;
  readonly onOnly: (key: string) => void;
}

function Measures({ shown, by, onBy, onOnly }: MeasuresProps) {
  const { language } = useFormatting();
  const { cycleLedger: ledger, cycleFunnel: funnel } = shown;
  return (
    <>
      <section className={styles.stats} aria-label={m.cycles_total()}>
        <Stat label={m.cycles_started()} value={<NumberText value={ledger.started} />} />
        <Stat label={m.cycles_still_open()} value={<NumberText value={ledger.open} />} />
        <Stat label={m.cycles_health_long()} value={ledger.healthPct === null ? '–' : `${ledger.healthPct} %`} />
        <Stat label={m.cycles_first_purchase()} value={funnel.timeToFirstPurchase === null ? '–' : timeText(language, funnel.timeToFirstPurchase)} />
      </section>
      <div className={styles.columns}>
        <FunnelBars phases={funnel.phases} />
        <LedgerCard ledger={ledger} />
      </div>
      <CohortTable cohorts={shown.cycleCohorts} by={by} onBy={onBy} onOnly={onOnly} total={ledger} ordered={orderedOf(funnel.phases)} />
    </>
  );
}
