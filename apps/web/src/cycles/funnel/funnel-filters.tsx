import { useMe } from '#access';
import { dateFormat, SelectField, useFormatting } from '#design';
import { FunnelChoicesDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { customerSourceLabels } from '@orbita/domain/customers';
import { origins } from '@orbita/domain/cycles';
import { originWord } from '../cycle-words.ts';
import { isMonth } from './cohort-of.ts';
import type { FunnelPageProps, FunnelSearch } from './funnel-search.ts';
import styles from './funnel.module.css';

export function FunnelFilters({ search, onSearch }: FunnelPageProps) {
  const { role } = useMe();
  const { language } = useFormatting();
  const month = isMonth(search.month) ? search.month : undefined;
  const people = scopeOf(role, 'user', 'read') !== 'none';
  const lines = scopeOf(role, 'company', 'read') !== 'none';
  const { data } = useQuery(FunnelChoicesDocument, { variables: { people, lines }, fetchPolicy: 'cache-first' });
  const set = (next: Partial<Record<keyof FunnelSearch, string | null>>) =>
    onSearch(Object.fromEntries(Object.entries({ ...search, ...next }).filter(([, value]) => value)) as FunnelSearch);
  const field = { size: 'xs', className: styles.filter } as const;
  const narrowed = Boolean(month || search.line || search.owner || search.origin || search.source || (search.period && search.period !== '12m'));
  return (
    <>
      <SelectField
        {...field} w={150} aria-label={m.cycles_period()} value={month ?? search.period ?? '12m'} onChange={(period) => period !== month && set({ month: null, period: period === '12m' ? null : period })}
        data={[
          { value: '3m', label: m.cycles_period_3m() }, { value: '12m', label: m.cycles_period_12m() }, { value: '36m', label: m.cycles_period_36m() },
          { value: 'all', label: m.cycles_period_all() },
          ...(month ? [{ value: month, label: dateFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${month}-01`)) }] : []),
        ]}
      />
      {lines && (
        <SelectField
          {...field} w={150} clearable searchable aria-label={m.cycles_line()} placeholder={m.cycles_line()} value={search.line || null} onChange={(line) => set({ line })}
          data={(data?.businessLines ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {people && (
        <SelectField
          {...field} w={160} clearable searchable aria-label={m.cycles_owner()} placeholder={m.cycles_owner()} value={search.owner || null} onChange={(owner) => set({ owner })}
          data={(data?.users?.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }))}
        />
      )}
      <SelectField
        {...field} w={150} clearable aria-label={m.cycles_origin()} placeholder={m.cycles_origin()} value={search.origin ?? null} onChange={(origin) => set({ origin })}
        data={origins.map((value) => ({ value, label: originWord(value) }))}
      />
      <SelectField
        {...field} w={150} clearable aria-label={m.cycles_by_source()} placeholder={m.cycles_by_source()} value={search.source ?? null} onChange={(source) => set({ source })}
        data={Object.entries(customerSourceLabels).map(([value, label]) => ({ value, label: label[language] }))}
      />
      {narrowed && <Button variant="subtle" color="gray" className={styles.filter} onClick={() => onSearch(search.by ? { by: search.by } : {})}>{m.cycles_clear()}</Button>}
    </>
  );
}
