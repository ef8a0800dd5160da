import { InboxChangedDocument, UnreadCountDocument } from '#operations';
import { useQuery, useSubscription } from '@apollo/client/react';

const concerned = ['Inbox', 'TaskCounts', 'MyTasks', 'Leads'];

/** How many lines of the inbox are unread; what comes in renews it, and the lists that show it. */
export function useUnread(): number | undefined {
  const { data } = useQuery(UnreadCountDocument, { fetchPolicy: 'cache-and-network' });
  useSubscription(InboxChangedDocument, {
    fetchPolicy: 'no-cache', ignoreResults: true, onError: () => {},
    onData: ({ client }) => {
      void client.refetchQueries({ include: ['UnreadCount', ...[...client.getObservableQueries()].flatMap(({ queryName }) => (queryName && concerned.includes(queryName) ? [queryName] : []))] });
    },
  });
  return data?.inbox.unreadCount;
}
