import { MergePage, mergeSearch } from '#merging';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/customers/merge')({ validateSearch: mergeSearch, component: Merge });

function Merge() {
  const navigate = Route.useNavigate();
  const search = Route.useSearch();
  return <MergePage key={search.ids} search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}
