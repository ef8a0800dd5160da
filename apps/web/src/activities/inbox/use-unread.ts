import { renewShown } from '#api-client';
import { InboxChangedDocument, UnreadCountDocument } from '#operations';
import { useQuery, useSubscription } from '@apollo/client/react';

const concerned = ['UnreadCount', 'Inbox', 'TaskCounts', 'MyTasks'];

/** How many lines of the inbox are unread; what comes in renews it, and the lists that show it. */
export function useUnread(): number | undefined {
  const { data } = useQuery(UnreadCountDocument, { fetchPolicy: 'cache-and-network' });
  useSubscription(InboxChangedDocument, {
    fetchPolicy: 'no-cache', ignoreResults: true, onError: () => {},
    onData: ({ client }) => void renewShown(client, concerned),
  });
  return data?.inbox.unreadCount;
}
