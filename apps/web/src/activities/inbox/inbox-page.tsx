import { useMe } from '#access';
import { EmptyState, NumberText, PageHeader } from '#design';
import { TaskCountsDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { scopeOf } from '@orbita/domain/access';
import { IconChecks } from '@tabler/icons-react';
import { TaskGroup } from '../tasks/task-group.tsx';
import styles from './inbox.module.css';
import { type InboxSearch, type InboxView, inboxViews } from './inbox-search.ts';
import { NewsList } from './news-list.tsx';
import { useUnread } from './use-unread.ts';

interface InboxPageProps {
  readonly search: InboxSearch;
  readonly onSearch: (next: InboxSearch) => void;
}

/** What one has promised, and what others want of one. */
export function InboxPage({ search, onSearch }: InboxPageProps) {
  const hasTasks = scopeOf(useMe().role, 'activity', 'read') !== 'none';
  const views = inboxViews.filter((each) => hasTasks || each === 'news');
  const view = hasTasks ? search.view ?? 'tasks' : 'news';
  const { data } = useQuery(TaskCountsDocument, { fetchPolicy: 'cache-and-network', skip: !hasTasks });
  const open = data && data.overdue.totalCount + data.today.totalCount + data.upcoming.totalCount;
  const unread = useUnread();
  const counts: Record<InboxView, number | undefined> = { tasks: open, done: undefined, news: unread };
  return (
    <>
      <PageHeader
        title={m.shell_nav_inbox()}
        toolbar={(
          <div className={styles.views} role="group" aria-label={m.activities_views()}>
            {views.map((each) => (
              <button key={each} type="button" aria-pressed={view === each} onClick={() => onSearch({ view: each === 'tasks' ? undefined : each })}>
                {viewWord(each)} {Boolean(counts[each]) && <span className={styles.count}><NumberText value={counts[each] ?? 0} /></span>}
              </button>
            ))}
          </div>
        )}
      />
      <div className={styles.page}>
        {view === 'news' && <NewsList />}
        {view === 'done' && <TaskGroup state="DONE" title={m.activities_done_tasks()} none={m.activities_none_done()} />}
        {view === 'tasks' && (open === 0 ? <EmptyState icon={IconChecks} text={m.activities_no_tasks()} /> : (
          <>
            <TaskGroup state="OVERDUE" title={m.activities_overdue()} />
            <TaskGroup state="TODAY" title={m.activities_today()} />
            <TaskGroup state="UPCOMING" title={m.activities_upcoming()} />
          </>
        ))}
      </div>
    </>
  );
}

function viewWord(view: InboxView): string {
  switch (view) {
    case 'tasks': return m.activities_my_tasks();
    case 'done': return m.activities_done_tasks();
    case 'news': return m.activities_news();
    default: return view satisfies never;
  }
}
