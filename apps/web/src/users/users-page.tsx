import { useMe } from '#access';
import { KeyHint, PageHeader, SearchBox, SkeletonRows } from '#design';
import { RuleChips, readRule } from '#rules';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconMail, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { People, type Person } from './people/people.tsx';
import { type UsersSearch, type UsersTab, usersTabs } from './users-tab.ts';
import styles from './users.module.css';

const Groups = lazy(async () => ({ default: (await import('./groups/groups.tsx')).Groups }));
const Sessions = lazy(async () => ({ default: (await import('./sessions/sessions.tsx')).Sessions }));
const Roles = lazy(async () => ({ default: (await import('./roles/roles.tsx')).Roles }));
const Invitations = lazy(async () => ({ default: (await import('./invitations/invitations.tsx')).Invitations }));
const InviteDialog = lazy(async () => ({ default: (await import('./invitations/invite-dialog.tsx')).InviteDialog }));
const PersonPanel = lazy(async () => ({ default: (await import('./people/person-panel.tsx')).PersonPanel }));

interface UsersPageProps {
  readonly search: UsersSearch;
  readonly onSearch: (next: UsersSearch) => void;
}

const names: Record<UsersTab, () => string> = {
  people: m.users_people, groups: m.users_groups, invitations: m.users_invitations, sessions: m.users_sessions, roles: m.users_roles,
};

/** Who may come in, in which team, from where they are signed in, and what each role may do. */
export function UsersPage({ search, onSearch }: UsersPageProps) {
  const { role } = useMe();
  const [open, setOpen] = useState<{ readonly person: Person | undefined }>();
  const tab = search.tab ?? 'people';
  const rule = useMemo(() => readRule(search.rule, 'user'), [search.rule]);
  const mayWrite = scopeOf(role, 'user', 'update') !== 'none';
  const create = () => setOpen({ person: undefined });
  const [inviting, setInviting] = useState(false);
  const invite = () => setInviting(true);
  const asks = tab === 'people' || tab === 'invitations';
  useShortcut({ keys: 'i', label: m.users_invite(), group: 'page', opens: true, run: invite }, mayWrite && asks);
  useShortcut({ keys: 'n', label: m.users_new(), group: 'page', opens: true, run: create }, mayWrite && tab === 'people');
  const onText = useCallback((q: string) => onSearch({ ...search, q: q || undefined }), [onSearch, search]);
  return (
    <>
      <PageHeader
        title={m.shell_nav_users()}
        actions={mayWrite && asks && (
          <>
            {tab === 'people' && <Button variant="default" leftSection={<IconPlus size={14} />} rightSection={<KeyHint keys="n" />} onClick={create}>{m.users_new()}</Button>}
            <Button leftSection={<IconMail size={14} />} rightSection={<KeyHint keys="i" onAccent />} onClick={invite}>{m.users_invite()}</Button>
          </>
        )}
        toolbar={(
          <>
            <div className={styles.tabs} role="group" aria-label={m.users_views()}>
              {usersTabs.filter((each) => mayWrite || (each !== 'sessions' && each !== 'invitations')).map((each) => (
                <button key={each} type="button" aria-pressed={tab === each} onClick={() => onSearch(each === 'people' ? {} : { tab: each })}>{names[each]()}</button>
              ))}
            </div>
            {tab === 'people' && (
              <>
                <SearchBox label={m.users_find()} value={search.q ?? ''} onSearch={onText} />
                <button type="button" className={styles.toggle} aria-pressed={search.inactive === true} onClick={() => onSearch({ ...search, inactive: search.inactive ? undefined : true })}>{m.users_inactive_ones()}</button>
                <RuleChips rule={rule} about="user" onChange={(next) => onSearch({ ...search, rule: next })} />
              </>
            )}
          </>
        )}
      />
      {tab === 'people' && <People search={search} rule={rule} onSearch={onSearch} onOpen={(person) => setOpen({ person })} onCreate={mayWrite ? create : undefined} />}
      <Suspense fallback={<SkeletonRows rows={12} />}>
        {tab === 'groups' && <Groups mayWrite={mayWrite} />}
        {tab === 'sessions' && mayWrite && <Sessions />}
        {tab === 'roles' && <Roles mayWrite={mayWrite} />}
        {tab === 'invitations' && mayWrite && <Invitations onInvite={invite} />}
      </Suspense>
      <Suspense>{inviting && <InviteDialog onClose={() => setInviting(false)} onInvited={() => onSearch({ tab: 'invitations' })} />}</Suspense>
      <Suspense>{open && <PersonPanel key={open.person?.id ?? 'new'} person={open.person} mayWrite={mayWrite} onClose={() => setOpen(undefined)} />}</Suspense>
    </>
  );
}
