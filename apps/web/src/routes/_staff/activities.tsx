import { ActivitiesPage, activitiesSearch } from '#activities';
import { SavedViewsBar } from '#views';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/activities')({ validateSearch: activitiesSearch, component: Activities });

function Activities() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ActivitiesPage
      search={search} onSearch={(next) => void navigate({ search: next, replace: true })}
      views={<SavedViewsBar room="activities" search={search} onOpen={(next) => void navigate({ search: activitiesSearch.parse(next) })} />}
    />
  );
}
