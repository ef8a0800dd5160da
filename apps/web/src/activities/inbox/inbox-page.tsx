import { useMe } from '#access';
import { shownOf } from '#api-client';
import { EmptyState, NumberText, PageHeader, SearchBox } from '#design';
import { ExportMenu } from '#exports';
import { TaskCountsDocument } from '#operations';
import { RuleChips, readRule } from '#rules';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { scopeOf } from '@orbita/domain/access';
import { IconChecks, IconSearchOff } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
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
  const narrowed = useMemo(() => ({ rule: readRule(search.rule, 'activity'), search: search.q || undefined }), [search.rule, search.q]);
  const isNarrowed = narrowed.rule !== undefined || narrowed.search !== undefined;
  const question = useQuery(TaskCountsDocument, { variables: narrowed, fetchPolicy: 'cache-and-network', skip: !hasTasks });
  const shown = shownOf(question);
  const onText = useCallback((text: string) => onSearch({ ...search, q: text || undefined }), [onSearch, search]);
  const open = shown && shown.overdue.totalCount + shown.today.totalCount + shown.upcoming.totalCount;
  const unread = useUnread();
  const empty = isNarrowed
    ? <EmptyState icon={IconSearchOff} text={m.activities_no_results()} action={{ label: m.activities_clear(), onAct: () => onSearch({ view: search.view }) }} />
    : <EmptyState icon={IconChecks} text={m.activities_no_tasks()} />;
  const counts: Record<InboxView, number | undefined> = { tasks: open, done: undefined, news: unread };
  return (
    <>
      <PageHeader
        title={m.shell_nav_inbox()}
        actions={view !== 'news' && <ExportMenu list="myTasks" variables={{ ...narrowed, state: view === 'done' ? 'DONE' : 'OPEN' }} />}
        toolbar={(<>
          <div className={styles.views} role="group" aria-label={m.activities_views()}>
            {views.map((each) => (
              <button key={each} type="button" aria-pressed={view === each} onClick={() => onSearch({ ...search, view: each === 'tasks' ? undefined : each })}>
                {viewWord(each)} {Boolean(counts[each]) && <span className={styles.count}><NumberText value={counts[each] ?? 0} /></span>}
              </button>
            ))}
          </div>
          {view !== 'news' && (
            <>
              <SearchBox label={m.activities_find_tasks()} value={search.q ?? ''} onSearch={onText} />
              <RuleChips rule={narrowed.rule} about="activity" onChange={(rule) => onSearch({ ...search, rule })} />
            </>
          )}
        </>)}
      />
      <div className={styles.page}>
        {view === 'news' && <NewsList />}
        {view === 'done' && <TaskGroup state="DONE" title={m.activities_done_tasks()} none={isNarrowed ? m.activities_no_results() : m.activities_none_done()} narrowed={narrowed} />}
        {view === 'tasks' && (question.data && open === 0 ? empty : (
          <>
            <TaskGroup state="OVERDUE" title={m.activities_overdue()} narrowed={narrowed} />
            <TaskGroup state="TODAY" title={m.activities_today()} narrowed={narrowed} />
            <TaskGroup state="UPCOMING" title={m.activities_upcoming()} narrowed={narrowed} />
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
