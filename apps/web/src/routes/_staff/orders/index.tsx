import { OrdersPage, ordersSearch } from '#orders';
import { SavedViewsBar } from '#views';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/orders/')({ validateSearch: ordersSearch, component: Orders });

function Orders() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <OrdersPage
      search={search} onSearch={(next) => void navigate({ search: next, replace: true })}
      views={<SavedViewsBar room="orders" search={search} onOpen={(next) => void navigate({ search: ordersSearch.parse(next) })} />}
    />
  );
}
