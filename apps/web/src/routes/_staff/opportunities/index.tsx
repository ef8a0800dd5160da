import { OpportunitiesPage, opportunitiesSearch } from '#opportunities';
import { SavedViewsBar } from '#views';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/opportunities/')({ validateSearch: opportunitiesSearch, component: Opportunities });

function Opportunities() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const { open: _, ...kept } = search;
  return (
    <OpportunitiesPage
      search={search} onSearch={(next) => void navigate({ search: next, replace: next.open === undefined || search.open !== undefined })}
      views={<SavedViewsBar room="opportunities" search={kept} onOpen={(next) => void navigate({ search: opportunitiesSearch.parse(next) })} />}
    />
  );
}
