import { EmptyState, ErrorState, NearEnd, PageHeader, SearchBox, SkeletonRows, useFormatting } from '#design';
import { ExportMenu } from '#exports';
import { RuleChips, readRule } from '#rules';
import { SavedViewsBar } from '#views';
import { m } from '#words';
import { useMe } from '#access';
import { addDays, startOfDay, toIso } from '@orbita/domain/calendar';
import { scopeOf } from '@orbita/domain/access';
import { Button } from '@mantine/core';
import { IconHistory, IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import type { AuditSearch } from './audit-search.ts';
import { AuditTable } from './audit-table.tsx';
import { typesOf } from './event-groups.ts';
import { useAuditTrail } from './use-audit-trail.ts';
import styles from './audit.module.css';

const AuditFilters = lazy(async () => ({ default: (await import('./audit-filters.tsx')).AuditFilters }));

interface AuditPageProps {
  readonly search: AuditSearch;
  readonly onSearch: (next: AuditSearch) => void;
}

/** Who did what, when and through what; nothing here can be changed or removed. */
export function AuditPage(props: AuditPageProps) {
  const { search, onSearch } = props;
  const { role } = useMe();
  const { timeZone } = useFormatting();
  const may = scopeOf(role, 'audit', 'read') !== 'none';
  const rule = useMemo(() => readRule(search.rule, 'audit'), [search.rule]);
  const onText = useCallback((q: string) => onSearch({ ...search, q: q || undefined }), [onSearch, search]);
  return (
    <>
      <PageHeader
        title={m.shell_nav_audit()} beside={may && <SavedViewsBar room="audit" search={search} onOpen={(kept) => onSearch(kept as AuditSearch)} />}
        toolbar={may && (
          <>
            <SearchBox label={m.audit_find()} value={search.q ?? ''} onSearch={onText} />
            <Suspense><AuditFilters {...props} /></Suspense>
            <RuleChips rule={rule} about="audit" onChange={(next) => onSearch({ ...search, rule: next })} />
            <ExportMenu list="auditTrail" variables={variablesOf(search, timeZone)} />
          </>
        )}
      />
      {may ? <Trail search={search} /> : <EmptyState icon={IconLock} text={m.audit_not_allowed()} />}
    </>
  );
}

const isDate = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

const variablesOf = ({ q, rule, who, kinds, from, until }: AuditSearch, timeZone: string) => ({
  rule: readRule(rule, 'audit'), search: q || undefined,
  actorId: who || undefined, types: kinds && kinds.length > 0 ? typesOf(kinds) : undefined,
  from: isDate(from) ? toIso(startOfDay(from, timeZone)) : undefined, until: isDate(until) ? toIso(startOfDay(addDays(until, 1), timeZone)) : undefined,
});

function Trail({ search }: { readonly search: AuditSearch }) {
  const { timeZone } = useFormatting();
  const trail = useAuditTrail(variablesOf(search, timeZone));
  const { events, state, more, loadMore } = trail;
  if (state === 'failed' && events.length === 0) return <ErrorState error={trail.error} onRetry={trail.retry} />;
  if (state === 'loading' && events.length === 0) return <SkeletonRows rows={16} />;
  if (events.length === 0) return <EmptyState icon={IconHistory} text={m.audit_nothing()} />;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.shell_nav_audit()}>
      {trail.since !== null && <p className={styles.end}><Button variant="default" onClick={trail.loadLatest}>{m.audit_latest()}</Button></p>}
      <AuditTable events={events} />
      {more && <NearEnd onNear={loadMore} />}
      {state === 'loading' && <SkeletonRows rows={3} />}
      {state === 'failed' && <ErrorState error={trail.error} onRetry={trail.retry} />}
      {trail.older && <p className={styles.end}><Button variant="default" onClick={trail.loadOlder}>{m.audit_older()}</Button></p>}
      {!more && !trail.older && state === 'idle' && <p className={styles.end}>{m.audit_end()}</p>}
    </div>
  );
}
