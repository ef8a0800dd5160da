import { FunnelPage, funnelSearch } from '#cycles';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/funnel')({ validateSearch: funnelSearch, component: Funnel });

function Funnel() {
  const navigate = Route.useNavigate();
  return <FunnelPage search={Route.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}
