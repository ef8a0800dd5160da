import { EmptyState, PageHeader } from '#design';
import { m } from '#words';
import { IconUserShield } from '@tabler/icons-react';

export function UsersPage() {
  return (
    <>
      <PageHeader title={m.shell_nav_users()} />
      <EmptyState icon={IconUserShield} text={m.home_users_empty()} />
    </>
  );
}
