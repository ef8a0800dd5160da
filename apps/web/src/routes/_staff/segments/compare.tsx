import { ComparePage, compareSearch } from '#segments';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/segments/compare')({ validateSearch: compareSearch, component: Compare });

function Compare() {
  const navigate = Route.useNavigate();
  return <ComparePage search={Route.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}
