import { AuditPage, auditSearch } from '#audit';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/settings/audit')({ validateSearch: auditSearch, component: Audit });

function Audit() {
  const navigate = Route.useNavigate();
  return <AuditPage search={Route.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}
