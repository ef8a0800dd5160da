import { usePagedConnection } from '#api-client';
import { Chip, EmptyState, ErrorState, Monogram, RelativeTime, SkeletonRows, type TableColumn, VirtualTable } from '#design';
import { type PersonFragment, UsersDocument, type UsersQuery } from '#operations';
import { m } from '#words';
import { factsReadBy, type Rule } from '@orbita/domain/rules';
import { IconUsers } from '@tabler/icons-react';
import { useMemo } from 'react';
import { roleName } from '../role-name.ts';
import { type UsersSearch, userSorts } from '../users-tab.ts';
import styles from '../users.module.css';

export type Person = PersonFragment;

interface PeopleProps {
  readonly search: UsersSearch;
  readonly rule: Rule | undefined;
  readonly onSearch: (next: UsersSearch) => void;
  readonly onOpen: (person: Person) => void;
  readonly onCreate: (() => void) | undefined;
}

const pageOf = ({ users }: UsersQuery) => ({ rows: users.edges.map(({ node }) => node), total: users.totalCount });
const idOf = ({ id }: Person) => id;
const nameOf = ({ name }: Person) => name;

const columns = (mayWrite: boolean): readonly TableColumn<Person>[] => [
  { id: 'name', header: m.users_name(), width: 180, grow: true, sortable: true, cell: ({ name, active }) => <><Monogram name={name} /><b className={styles.name}>{name}</b>{!active && <Chip>{m.users_inactive()}</Chip>}</> },
  { id: 'email', header: m.users_email(), width: 220, grow: true, wideOnly: true, sortable: true, cell: ({ email }) => email },
  { id: 'role', header: m.users_role(), width: 130, sortable: true, cell: ({ role }) => roleName(role) },
  { id: 'group', header: m.users_team_or_partner(), width: 150, wideOnly: true, sortable: true, cell: ({ team, partner }) => partner?.name ?? team?.name },
  { id: 'language', header: m.users_language(), width: 90, wideOnly: true, cell: ({ language }) => (language === 'es' ? 'Español' : 'English') },
  ...(mayWrite ? [{ id: 'second', header: m.users_two_factor(), width: 100, wideOnly: true, cell: ({ twoFactorEnabled }: Person) => (twoFactorEnabled ? <Chip>{m.users_two_factor_on()}</Chip> : <span className={styles.quiet}>{m.users_two_factor_off()}</span>) }] : []),
  { id: 'lastSeenAt', header: m.users_last_seen(), width: 140, wideOnly: true, sortable: true, cell: ({ lastSeenAt }) => (lastSeenAt ? <RelativeTime value={lastSeenAt} /> : <span className={styles.quiet}>{m.users_not_signed_in()}</span>) },
];

/** Those who may come in, and those who no longer may. */
export function People({ search, rule, onSearch, onOpen, onCreate }: PeopleProps) {
  const { sort: by = 'name', desc: descending = false } = search;
  // A rule that asks who may come in answers for both.
  const active = rule && factsReadBy(rule).has('user.isActive') ? undefined : !search.inactive;
  const narrowed = Boolean(search.q || search.inactive || rule);
  const source = usePagedConnection({
    document: UsersDocument, field: 'users', pageOf, variables: { rule, search: search.q || undefined, active, orderBy: { by, descending } },
  });
  const mayWrite = onCreate !== undefined;
  const shown = useMemo(() => columns(mayWrite), [mayWrite]);
  if (source.failed) return <ErrorState error={source.error} onRetry={source.refetch} />;
  if (source.loading) return <SkeletonRows rows={12} />;
  const action = onCreate && !narrowed ? { action: { label: m.users_new(), keys: 'n', onAct: onCreate } } : {};
  return (
    <VirtualTable
      {...source} label={m.users_people()} columns={shown} idOf={idOf} nameOf={nameOf} onOpen={onOpen}
      sort={{ column: by, descending }}
      onSort={({ column, descending: falling }) => onSearch({ ...search, sort: userSorts.find((each) => each === column), desc: falling || undefined })}
      empty={<EmptyState icon={IconUsers} text={narrowed ? m.users_nobody() : m.home_users_empty()} {...action} />}
    />
  );
}
