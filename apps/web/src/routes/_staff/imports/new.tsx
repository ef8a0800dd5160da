import { importSearch, NewImportPage } from '#imports';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/imports/new')({ validateSearch: importSearch, component: NewImport });

function NewImport() {
  const navigate = Route.useNavigate();
  return <NewImportPage search={Route.useSearch()} onSearch={(search) => void navigate({ search })} />;
}
