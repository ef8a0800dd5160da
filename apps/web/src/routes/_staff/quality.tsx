import { QualityPage, qualitySearch } from '#quality';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/quality')({ validateSearch: qualitySearch, component: Quality });

function Quality() {
  const navigate = Route.useNavigate();
  return <QualityPage search={Route.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}
