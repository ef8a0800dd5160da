import { CustomerPage, customerSearch } from '#customers';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/customers/$id')({ validateSearch: customerSearch, component: Customer });

function Customer() {
  const { id } = Route.useParams();
  const { contact } = Route.useSearch();
  return <CustomerPage key={id} id={id} contact={contact} />;
}
