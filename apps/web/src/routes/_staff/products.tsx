import { ProductsPage, productsSearch } from '#catalog';
import { SavedViewsBar } from '#views';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/products')({ validateSearch: productsSearch, component: Products });

function Products() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ProductsPage
      search={search} onSearch={(next) => void navigate({ search: next, replace: true })}
      views={<SavedViewsBar room="products" search={search} onOpen={(next) => void navigate({ search: productsSearch.parse(next) })} />}
    />
  );
}
