import { SegmentsPage, segmentsSearch } from '#segments';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/segments/')({ validateSearch: segmentsSearch, component: Segments });

function Segments() {
  const navigate = Route.useNavigate();
  return <SegmentsPage search={Route.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}
