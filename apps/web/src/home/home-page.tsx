import { EmptyState, PageHeader } from '#design';
import { m } from '#words';
import { IconHome } from '@tabler/icons-react';

export function HomePage() {
  return (
    <>
      <PageHeader title={m.shell_nav_home()} />
      <EmptyState icon={IconHome} text={m.home_empty()} />
    </>
  );
}
