import { ImportPage } from '#imports';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/imports/$id')({ component: Import });

function Import() {
  const { id } = Route.useParams();
  return <ImportPage key={id} id={id} />;
}
