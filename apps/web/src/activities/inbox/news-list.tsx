import { joined, renewShown, useRenewal } from '#api-client';
import { EmptyState, ErrorState, Monogram, RelativeTime, SkeletonRows } from '#design';
import { InboxDocument, type InboxQuery, MarkReadDocument } from '#operations';
import { m } from '#words';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import styles from './inbox.module.css';

type Line = InboxQuery['inbox']['edges'][number]['node'];

const none = {};

/** What others want of one: mentions, tasks handed over, reminders. */
export function NewsList() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const question = useQuery(InboxDocument, { fetchPolicy: 'cache-and-network' });
  const { data, error, refetch, fetchMore } = question;
  useRenewal(question, { document: InboxDocument, variables: none, field: 'inbox' });
  const read = async (ids?: string[]) => {
    await client.mutate({ mutation: MarkReadDocument, variables: { ids } }).catch(() => {});
    await renewShown(client, ['Inbox', 'UnreadCount']);
  };
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={8} height={56} />;
  const { edges, pageInfo, unreadCount } = data.inbox;
  if (edges.length === 0) return <EmptyState icon={IconInbox} text={m.activities_no_news()} />;
  const open = (line: Line) => {
    if (!line.readAt) void read([line.id]);
    if (line.leadId) void navigate({ to: '/leads', search: { lead: line.leadId } });
    else void navigate({ to: '/customers/$id', params: { id: line.customer.id } });
  };
  const more = () => void fetchMore({
    variables: { after: pageInfo.endCursor },
    updateQuery: (before, { fetchMoreResult: next }) => joined('inbox', before, next),
  });
  return (
    <section className={styles.news} aria-label={m.activities_news()}>
      {unreadCount > 0 && <div className={styles.tools}><Button variant="default" onClick={() => void read()}>{m.activities_mark_all_read()}</Button></div>}
      <ul className={styles.lines}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <button type="button" className={styles.line} data-unread={node.readAt === null || undefined} onClick={() => open(node)}>
              <Monogram name={node.activity?.author?.name ?? node.customer.name} size={24} />
              <span className={styles.text}>
                <span>{node.readAt === null && <span className="visually-hidden">{m.activities_unread()}: </span>}{told(node)}</span>
                <span className={styles.sub}>{node.activity?.subject ?? node.lead?.subject ?? firstLine(node.lead?.message)}</span>
              </span>
              <span className={styles.when}><RelativeTime value={node.createdAt} /></span>
            </button>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && <Button variant="subtle" color="gray" onClick={more}>{m.activities_more()}</Button>}
    </section>
  );
}

function told({ kind, activity, customer }: Line): string {
  const name = activity?.author?.name ?? m.activities_somebody();
  switch (kind) {
    case 'MENTION': return m.activities_mentioned_you({ name, customer: customer.name });
    case 'TASK_ASSIGNED': return m.activities_gave_you({ name, customer: customer.name });
    case 'REMINDER': return m.activities_reminder({ customer: customer.name });
    case 'LEAD_ASSIGNED': return m.activities_lead_assigned({ customer: customer.name });
    case 'LEAD_MESSAGE': return m.activities_lead_message({ customer: customer.name });
    case 'LEAD_UNANSWERED': return m.activities_lead_unanswered({ customer: customer.name });
    case 'NURTURE_ENDED': return m.activities_nurture_ended({ customer: customer.name });
    default: return kind satisfies never;
  }
}

const firstLine = (text: string | null | undefined): string | undefined => text?.split('\n', 1)[0]?.slice(0, 160);
