import { EmptyState, PageHeader } from '#design';
import { m } from '#words';
import { IconUsers } from '@tabler/icons-react';

export function CustomersPage() {
  return (
    <>
      <PageHeader title={m.shell_nav_customers()} />
      <EmptyState icon={IconUsers} text={m.home_customers_empty()} />
    </>
  );
}
