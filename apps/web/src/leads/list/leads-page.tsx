import { useMe } from '#access';
import { BulkBar, useSelection } from '#bulk';
import { useCustomFields } from '#custom-fields';
import { EmptyState, ErrorState, KeyHint, NumberText, PageHeader, SearchBox, SkeletonRows, lazily, useStoredColumns } from '#design';
import { ExportMenu } from '#exports';
import { ImportLink } from '#import-link';
import { RuleChips } from '#rules';
import { useShortcut } from '#shortcuts';
import { SavedViewsBar } from '#views';
import { m } from '#words';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconMagnet, IconPlus, IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import styles from '../leads.module.css';
import { LeadList } from './lead-list.tsx';
import { type LeadShelf, leadShelves, type LeadsSearch } from './leads-search.ts';
import { useLeads } from './use-leads.ts';

const LeadPanel = lazily(async () => (await import('../panel/lead-panel.tsx')).LeadPanel);

const LeadsViewMenu = lazily(async () => (await import('./leads-view-menu.tsx')).LeadsViewMenu);

const NewLeadDialog = lazy(async () => ({ default: (await import('../dialogs/new-lead-dialog.tsx')).NewLeadDialog }));

const stored = { key: 'orbita-lead-columns' };
const verbs = ['ASSIGN', 'DISQUALIFY'] as const;
/** What a line holds, and a page of them may cost. */
const mostOwn = 6;

export interface LeadsPageProps {
  readonly search: LeadsSearch;
  readonly onSearch: (next: LeadsSearch) => void;
}

/** Triage: one lead after the other, by keyboard, what is due first on top. */
export function LeadsPage({ search, onSearch }: LeadsPageProps) {
  const { role } = useMe();
  const fields = useCustomFields('LEAD');
  const { hidden, toggle } = useStoredColumns(stored, fields.map(({ name }) => `custom.${name}`));
  const names = fields.map(({ name }) => name).filter((name) => !hidden.includes(`custom.${name}`)).slice(0, mostOwn);
  const sorted = fields.find(({ name, sortable }) => sortable && search.sort === `custom.${name}`);
  const sort = sorted && { name: sorted.name, descending: search.desc ?? false };
  const { leads, total, rule, asked, loading, error, refetch, renew, more } = useLeads(search, { names, sort });
  const [creating, setCreating] = useState(false);
  const { shelf = 'open', whose, lead: selected } = search;
  const mayCreate = scopeOf(role, 'lead', 'create') !== 'none';
  const { rule: asRule, search: text, statuses, mine, unowned } = asked;
  const targets = { rule: asRule, search: text, statuses: statuses && [...statuses], mine, unowned };
  const chosen = useSelection(targets);
  const mayBulk = scopeOf(role, 'bulkChange', 'create') !== 'none' && scopeOf(role, 'lead', 'update') !== 'none';
  const select = (id: string | undefined) => onSearch({ ...search, lead: id });
  const at = leads.findIndex(({ id }) => id === selected);
  // Whoever is through with a lead goes on from where it stood.
  const stood = useRef(0);
  useEffect(() => {
    if (at !== -1) stood.current = at;
  }, [at]);
  const step = async (by: 1 | -1) => {
    if (by === 1 && more && at === leads.length - 1) {
      const [next] = (await more())?.data?.leads.edges ?? [];
      return next && select(next.node.id);
    }
    const place = at !== -1 ? at + by : selected === undefined ? 0 : by === 1 ? stood.current : stood.current - 1;
    const next = leads[Math.max(0, Math.min(place, leads.length - 1))];
    return next && select(next.id);
  };
  useShortcut({ keys: 'j', label: m.leads_next(), group: 'list', run: () => void step(1) });
  useShortcut({ keys: 'k', label: m.leads_previous(), group: 'list', run: () => void step(-1) });
  useShortcut({ keys: 'n', label: m.leads_new(), group: 'page', opens: true, run: () => setCreating(true) }, mayCreate);
  useShortcut({ keys: 'x', label: m.design_row_select(), group: 'list', run: () => selected && chosen.toggle(selected) }, mayBulk && selected !== undefined);
  useShortcut({ keys: 'escape', label: m.customers_unselect(), group: 'list', run: chosen.clear }, chosen.ids.size > 0);
  const onText = useCallback((q: string) => onSearch({ ...search, q: q || undefined, lead: undefined }), [onSearch, search]);
  const narrowed = Boolean(search.q || rule || whose || shelf !== 'open');
  const { lead: _, ...kept } = search;
  return (
    <>
      <PageHeader
        title={m.leads_nav()}
        beside={<>{!loading && <span className={styles.count}><NumberText value={total} /><span className="visually-hidden"> {m.leads_count()}</span></span>}<SavedViewsBar room="leads" search={kept} onOpen={(view) => onSearch(view as LeadsSearch)} /></>}
        actions={mayCreate && <Button leftSection={<IconPlus size={14} />} rightSection={<KeyHint keys="n" onAccent />} onClick={() => setCreating(true)}>{m.leads_new()}</Button>}
        toolbar={(
          <>
            <SearchBox label={m.leads_find()} value={search.q ?? ''} onSearch={onText} />
            <div className={styles.shelves} role="group" aria-label={m.leads_list()}>
              {leadShelves.map((each) => (
                <button key={each} type="button" aria-pressed={shelf === each} onClick={() => onSearch({ ...search, shelf: each === 'open' ? undefined : each, lead: undefined })}>{shelfWord(each)}</button>
              ))}
            </div>
            <div className={styles.shelves} role="group" aria-label={m.leads_owner()}>
              {(['mine', 'nobody'] as const).map((each) => (
                <button key={each} type="button" aria-pressed={whose === each} onClick={() => onSearch({ ...search, whose: whose === each ? undefined : each, lead: undefined })}>
                  {each === 'mine' ? m.leads_mine() : m.leads_unowned()}
                </button>
              ))}
            </div>
            <RuleChips rule={rule} about="lead" onChange={(next) => onSearch({ ...search, rule: next, lead: undefined })} />
            <ExportMenu list="leads" variables={asked} />
            <ImportLink room="leads" />
            {fields.length > 0 && (
              <LeadsViewMenu
                fields={fields} hidden={hidden} onToggle={toggle} mostOwn={mostOwn} sort={sort}
                onSort={(next) => onSearch({ ...search, sort: next && `custom.${next.name}`, desc: next?.descending || undefined })}
              />
            )}
          </>
        )}
      />
      <div className={styles.room} data-open={selected ? true : undefined}>
        <div className={styles.list}>
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : loading ? <SkeletonRows rows={10} height={76} /> : leads.length === 0 ? (
            narrowed
              ? <EmptyState icon={IconSearch} text={m.leads_no_results()} action={{ label: m.leads_show_all(), onAct: () => onSearch({ shelf: 'all' }) }} />
              : <EmptyState icon={IconMagnet} text={m.leads_empty()} {...(mayCreate ? { action: { label: m.leads_new(), keys: 'n', onAct: () => setCreating(true) } } : {})} />
          ) : (
            <>
              <LeadList leads={leads} selected={selected} onSelect={select} chosen={mayBulk ? chosen : undefined} />
              {more && <Button variant="subtle" color="gray" fullWidth onClick={() => void more()}>{m.leads_more()}</Button>}
            </>
          )}
        </div>
        <div className={styles.panel}>
          {selected ? <LeadPanel key={selected} id={selected} onClose={() => select(undefined)} onOpen={select} /> : leads.length > 0 && <p className={styles.pick}>{m.leads_pick()}</p>}
        </div>
      </div>
      {chosen.ids.size > 0 && (
        <BulkBar
          subject="LEAD" selected={chosen.ids} matching={total} everything={chosen.everything} filter={targets} verbs={verbs}
          onEverything={chosen.meanEverything} onClear={chosen.clear}
        />
      )}
      <Suspense>{creating && <NewLeadDialog onClose={() => setCreating(false)} onCaptured={(id) => { setCreating(false); void renew(); if (id) select(id); }} />}</Suspense>
    </>
  );
}

function shelfWord(shelf: LeadShelf): string {
  switch (shelf) {
    case 'open': return m.leads_open_ones();
    case 'new': return m.leads_status_new();
    case 'worked': return m.leads_status_worked();
    case 'resting': return m.leads_status_resting();
    case 'ended': return m.leads_status_ended();
    case 'all': return m.leads_all();
    default: return shelf satisfies never;
  }
}
