import { BulkPage } from '#bulk';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/bulk/$id')({ component: Bulk });

function Bulk() {
  const { id } = Route.useParams();
  return <BulkPage key={id} id={id} />;
}
