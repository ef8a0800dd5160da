import { DateField, ManySelectField, SelectField } from '#design';
import { AuditPeopleDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { AuditSearch } from './audit-search.ts';
import { groupChoices } from './event-groups.ts';
import styles from './audit.module.css';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly onSearch: (next: AuditSearch) => void;
}

export function AuditFilters({ search, onSearch }: AuditFiltersProps) {
  const { data } = useQuery(AuditPeopleDocument, { fetchPolicy: 'cache-first' });
  const people = (data?.users.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  const set = (next: AuditSearch) => onSearch({ ...search, ...next });
  const narrowed = Boolean(search.q || search.rule || search.who || search.kinds?.length || search.from || search.until);
  return (
    <>
      <SelectField
        size="xs" w={180} className={styles.filter} searchable clearable aria-label={m.audit_who()} placeholder={m.audit_who()} data={people} value={search.who || null}
        onChange={(who) => set({ who: who ?? undefined })}
      />
      <ManySelectField
        size="xs" miw={180} className={styles.filter} clearable aria-label={m.audit_what()} placeholder={search.kinds?.length ? '' : m.audit_what()} data={[...groupChoices()]} value={[...(search.kinds ?? [])]}
        onChange={(kinds) => set({ kinds: kinds.length > 0 ? kinds : undefined })}
      />
      <DateField size="xs" w={130} className={styles.filter} aria-label={m.audit_from()} placeholder={m.audit_from()} value={search.from ?? ''} onChange={(from) => set({ from: from || undefined })} />
      <span className={styles.quiet} aria-hidden>–</span>
      <DateField size="xs" w={130} className={styles.filter} aria-label={m.audit_until()} placeholder={m.audit_until()} value={search.until ?? ''} onChange={(until) => set({ until: until || undefined })} />
      {narrowed && <Button variant="subtle" color="gray" className={styles.filter} onClick={() => onSearch({})}>{m.audit_clear()}</Button>}
    </>
  );
}
