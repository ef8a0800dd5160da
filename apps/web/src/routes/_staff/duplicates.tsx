import { DuplicatesPage, duplicatesSearch } from '#duplicates';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/duplicates')({ validateSearch: duplicatesSearch, component: Duplicates });

function Duplicates() {
  const navigate = Route.useNavigate();
  return <DuplicatesPage search={Route.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}
