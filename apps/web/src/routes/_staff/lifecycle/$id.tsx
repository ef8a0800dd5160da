import { LifecycleEditPage } from '#lifecycle';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/lifecycle/$id')({ component: Edit });

function Edit() {
  const { id } = Route.useParams();
  return <LifecycleEditPage key={id} id={id} />;
}
