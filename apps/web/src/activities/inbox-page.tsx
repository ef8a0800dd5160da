import { EmptyState, PageHeader } from '#design';
import { m } from '#words';
import { IconInbox } from '@tabler/icons-react';

export function InboxPage() {
  return (
    <>
      <PageHeader title={m.shell_nav_inbox()} />
      <EmptyState icon={IconInbox} text={m.home_inbox_empty()} />
    </>
  );
}
