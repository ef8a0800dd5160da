import { useMe } from '#access';
import { m } from '#words';
import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconCheck, IconChevronDown, IconUsers } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { keptSearch, sameSearch } from './same-search.ts';
import { useViews, type View } from './use-views.ts';
import styles from './views.module.css';

const ViewNameDialog = lazy(async () => ({ default: (await import('./view-name-dialog.tsx')).ViewNameDialog }));

export interface SavedViewsBarProps {
  /** Of which page: customers, segments, audit… */
  readonly room: string;
  /** What stands in the page's address now. */
  readonly search: object;
  /** Puts a view's state into the address. */
  readonly onOpen: (search: Record<string, unknown>) => void;
}

type Naming = { readonly view?: View };

/** The views of a page: open one, keep the present state under a name, share it, take it away. */
export function SavedViewsBar({ room, search, onOpen }: SavedViewsBarProps) {
  const { id } = useMe();
  const { views, save, change, discard, share, said } = useViews(room);
  const [naming, setNaming] = useState<Naming>();
  const [last, setLast] = useState<string>();
  const kept = keptSearch(search as Record<string, unknown>);
  const shown = views.find((view) => sameSearch(view.search, kept));
  const opened = shown ?? views.find((view) => view.id === last);
  const open = (view: View) => {
    setLast(view.id);
    onOpen(view.search as Record<string, unknown>);
  };
  const item = (view: View) => (
    <Menu.Item
      key={view.id} onClick={() => open(view)} leftSection={<span className={styles.mark}>{view === shown && <IconCheck size={14} aria-hidden />}</span>}
      rightSection={view.shared && <IconUsers size={13} aria-label={m.views_shared_mark()} />}
    >
      {view.name}
    </Menu.Item>
  );
  const own = views.filter(({ ownerId }) => ownerId === id);
  const shared = views.filter(({ ownerId }) => ownerId !== id);
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <Button
            variant="subtle" color="gray" className={styles.target} leftSection={<IconBookmark size={14} stroke={1.6} />}
            rightSection={<IconChevronDown size={12} />}
          >
            {shown?.name ?? (opened ? m.views_changed({ name: opened.name }) : m.views_title())}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {own.length > 0 && <><Menu.Label>{m.views_own()}</Menu.Label>{own.map(item)}</>}
          {shared.length > 0 && <><Menu.Label>{m.views_shared()}</Menu.Label>{shared.map(item)}</>}
          {views.length === 0 && <p className={styles.none}>{m.views_none()}</p>}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming({})}>{m.views_save()}</Menu.Item>
          {opened?.viewerCanUpdate && (
            <>
              {!shown && <Menu.Item onClick={() => void change(opened, { search: kept }).then(said)}>{m.views_update({ name: opened.name })}</Menu.Item>}
              <Menu.Item onClick={() => setNaming({ view: opened })}>{m.views_rename()}</Menu.Item>
              <Menu.Item onClick={() => void share(opened)}>{opened.shared ? m.views_unshare() : m.views_share()}</Menu.Item>
              <Menu.Item color="var(--bad)" onClick={() => void discard(opened)}>{m.views_delete()}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {naming && (
          <ViewNameDialog
            view={naming.view} onClose={() => setNaming(undefined)}
            onSave={(name, alsoShared) => (naming.view ? change(naming.view, { name, shared: alsoShared }) : save(name, kept, alsoShared))}
          />
        )}
      </Suspense>
    </>
  );
}
