import { usePagedConnection } from '#api-client';
import { useCustomFields } from '#custom-fields';
import { ColumnsMenu, EmptyState, ErrorState, NumberText, PageHeader, SearchBox, SkeletonRows, useStoredColumns, VirtualTable } from '#design';
import { ExportMenu } from '#exports';
import { ImportLink } from '#import-link';
import { ContactsDocument, type ContactsQuery } from '#operations';
import { RuleChips, readRule } from '#rules';
import { m, useLanguage } from '#words';
import { IconAddressBook, IconSearchOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo } from 'react';
import { contactColumns, type ListedContact, mostOwnColumns, nameOf, placeOf } from './contact-columns.tsx';
import { contactOrders, type ContactsSearch } from './contacts-search.ts';
import styles from './list.module.css';

export interface ContactsPageProps {
  readonly search: ContactsSearch;
  readonly onSearch: (next: ContactsSearch) => void;
  /** Saved views, beside the title. */
  readonly views?: ReactNode;
}

const pageOf = ({ contacts }: ContactsQuery) => ({ rows: contacts.edges.map(({ node }) => node), total: contacts.totalCount });
const stored = { key: 'orbita-contact-columns', usual: ['createdAt'] };
const idOf = ({ id }: ListedContact) => id;

/** Everybody who acts for a customer whom one may see. */
export function ContactsPage({ search, onSearch, views }: ContactsPageProps) {
  const navigate = useNavigate();
  const language = useLanguage();
  const fields = useCustomFields('CONTACT');
  const { hidden, toggle } = useStoredColumns(stored, fields.map(({ name }) => `custom.${name}`));
  const rule = useMemo(() => readRule(search.rule, 'contact'), [search.rule]);
  const { q, desc = false } = search;
  const by = contactOrders.find((order) => order === search.sort) ?? 'name';
  const own = fields.find(({ name, sortable }) => sortable && search.sort === `custom.${name}`)?.name;
  const asked = { rule, search: q || undefined, orderBy: { by, descending: desc, ...(own ? { custom: own } : {}) } };
  const custom = fields.map(({ name }) => name).filter((name) => !hidden.includes(`custom.${name}`)).slice(0, mostOwnColumns);
  const source = usePagedConnection({ document: ContactsDocument, variables: { ...asked, custom, withCustom: custom.length > 0 }, field: 'contacts', pageOf });
  const columns = useMemo(() => contactColumns(language, fields), [language, fields]);
  const onText = useCallback((text: string) => onSearch({ ...search, q: text || undefined }), [onSearch, search]);
  const empty = q || rule
    ? <EmptyState icon={IconSearchOff} text={m.contacts_no_results()} action={{ label: m.contacts_clear(), onAct: () => onSearch({ sort: search.sort, desc: search.desc }) }} />
    : <EmptyState icon={IconAddressBook} text={m.contacts_empty()} action={{ label: m.contacts_to_customers(), keys: 'g c', onAct: () => void navigate({ to: '/customers' }) }} />;
  return (
    <>
      <PageHeader
        title={m.contacts_people()}
        beside={<>{!source.loading && <span className={styles.count}><NumberText value={source.total} /><span className="visually-hidden"> {m.contacts_count()}</span></span>}{views}</>}
        toolbar={(
          <>
            <SearchBox label={m.contacts_find()} value={q ?? ''} onSearch={onText} />
            <RuleChips rule={rule} about="contact" onChange={(next) => onSearch({ ...search, rule: next })} />
            <div className={styles.tools}>
              <ExportMenu list="contacts" variables={asked} />
              <ImportLink room="contacts" />
              <ColumnsMenu columns={columns.filter(({ id }) => id !== 'name')} hidden={hidden} onToggle={toggle} mostOwn={mostOwnColumns} />
            </div>
          </>
        )}
      />
      {source.failed ? <ErrorState error={source.error} onRetry={source.refetch} /> : source.loading ? <SkeletonRows rows={16} /> : (
        <VirtualTable
          {...source} label={m.contacts_people()} columns={columns} idOf={idOf} nameOf={nameOf} hidden={hidden} empty={empty}
          sort={{ column: own ? `custom.${own}` : by, descending: desc }}
          onSort={({ column, descending }) => onSearch({ ...search, sort: column, desc: descending || undefined })}
          onOpen={(row) => void navigate(placeOf(row))}
        />
      )}
    </>
  );
}
