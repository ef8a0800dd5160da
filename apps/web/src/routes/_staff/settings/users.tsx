import { UsersPage, usersSearch } from '#users';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/settings/users')({ validateSearch: usersSearch, component: Users });

function Users() {
  const navigate = Route.useNavigate();
  return <UsersPage search={Route.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}
