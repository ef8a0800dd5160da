import { LeadsPage, leadsSearch } from '#leads';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/leads')({ validateSearch: leadsSearch, component: Leads });

function Leads() {
  const navigate = Route.useNavigate();
  return <LeadsPage search={Route.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}
