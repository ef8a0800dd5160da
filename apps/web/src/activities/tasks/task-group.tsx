import { joined, renewShown, shownOf, useMore, useRenewal } from '#api-client';
import { useMe } from '#access';
import { ErrorState, SkeletonRows } from '#design';
import { MyTasksDocument, type TaskState } from '#operations';
import { m } from '#words';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import type { Rule } from '@orbita/domain/rules';
import { useState } from 'react';
import { usePeople } from '../people/use-people.ts';
import { TaskList } from './task-list.tsx';
import styles from './tasks.module.css';

interface TaskGroupProps {
  readonly state: TaskState;
  readonly title: string;
  /** Said where there are none; without it the whole group is left out then. */
  readonly none?: string;
  /** Only those found by a text or narrowed by a rule. */
  readonly narrowed?: TaskNarrowing;
}

export interface TaskNarrowing {
  readonly rule?: Rule | undefined;
  readonly search?: string | undefined;
}

/** The tasks of one kind of urgency; more of them on the spot. */
export function TaskGroup({ state, title, none, narrowed = {} }: TaskGroupProps) {
  const client = useApolloClient();
  const hasTasks = scopeOf(useMe().role, 'activity', 'read') !== 'none';
  const [picking, setPicking] = useState(false);
  const people = usePeople(picking);
  const variables = { state, ...narrowed };
  const question = useQuery(MyTasksDocument, { variables, fetchPolicy: 'cache-and-network', skip: !hasTasks });
  const { error, refetch, fetchMore } = question;
  // While one types what was found before stays.
  const data = shownOf(question);
  const renew = () => void renewShown(client, ['MyTasks', 'TaskCounts']);
  useRenewal(question, { document: MyTasksDocument, variables, field: 'myTasks' });
  const more = useMore(variables, (isAsked) => fetchMore({
    variables: { after: data?.myTasks.pageInfo.endCursor },
    updateQuery: (before, { fetchMoreResult: next }) => (isAsked() ? joined('myTasks', before, next) : before),
  }));
  if (!hasTasks) return null;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} height={56} />;
  const { edges, totalCount, pageInfo } = data.myTasks;
  if (totalCount === 0 && !none) return null;
  return (
    <section aria-label={title} className={styles.group}>
      <h2 className={styles.title} data-late={state === 'OVERDUE' || undefined}>{title} <span className="num">{totalCount}</span></h2>
      <TaskList
        tasks={edges.map(({ node }) => node)} label={title} people={people.users} onNeedPeople={() => setPicking(true)} onChanged={renew}
        empty={<p className={styles.none}>{none}</p>}
      />
      {question.data && pageInfo.hasNextPage && <Button variant="subtle" color="gray" onClick={() => void more()}>{m.activities_more()}</Button>}
    </section>
  );
}
