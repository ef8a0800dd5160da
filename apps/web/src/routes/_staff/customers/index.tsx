import { CustomersPage, customersSearch } from '#customers';
import { SavedViewsBar } from '#views';
import { createFileRoute } from '@tanstack/react-router';
import { lazy } from 'react';

const RuleDialog = lazy(async () => ({ default: (await import('#rules')).RuleDialog }));

export const Route = createFileRoute('/_staff/customers/')({ validateSearch: customersSearch, component: Customers });

function Customers() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <CustomersPage
      search={search} onSearch={(next) => void navigate({ search: next, replace: true })} ruleEditor={RuleDialog}
      views={<SavedViewsBar room="customers" search={search} onOpen={(next) => void navigate({ search: customersSearch.parse(next) })} />}
    />
  );
}
