import { CustomerPage } from '#customers';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/customers/$id')({ component: Customer });

function Customer() {
  const { id } = Route.useParams();
  return <CustomerPage key={id} id={id} />;
}
