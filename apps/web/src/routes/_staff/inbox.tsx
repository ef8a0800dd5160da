import { InboxPage, inboxSearch } from '#activities';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/inbox')({ validateSearch: inboxSearch, component: Inbox });

function Inbox() {
  const navigate = Route.useNavigate();
  return <InboxPage search={Route.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}
