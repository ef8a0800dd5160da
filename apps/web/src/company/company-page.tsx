import { EmptyState, PageHeader } from '#design';
import { m } from '#words';
import { IconBuilding } from '@tabler/icons-react';

export function CompanyPage() {
  return (
    <>
      <PageHeader title={m.shell_nav_company()} />
      <EmptyState icon={IconBuilding} text={m.home_company_empty()} />
    </>
  );
}
