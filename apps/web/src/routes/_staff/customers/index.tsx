import { CustomersPage, customersSearch } from '#customers';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/customers/')({ validateSearch: customersSearch, component: Customers });

function Customers() {
  const navigate = Route.useNavigate();
  return <CustomersPage search={Route.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}
