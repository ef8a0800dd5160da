import { EmptyState, PageHeader } from '#design';
import { m } from '#words';
import { IconHistory } from '@tabler/icons-react';

export function AuditPage() {
  return (
    <>
      <PageHeader title={m.shell_nav_audit()} />
      <EmptyState icon={IconHistory} text={m.home_audit_empty()} />
    </>
  );
}
