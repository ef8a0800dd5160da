import { useMe } from '#access';
import { EmptyState, PageHeader } from '#design';
import { m } from '#words';
import { scopeOf } from '@orbita/domain/access';
import { IconLock } from '@tabler/icons-react';
import styles from '../leads.module.css';
import { CaptureDoors } from './capture-doors.tsx';
import { RoutingRules } from './routing-rules.tsx';

/** Where leads come in, and who gets them. */
export function LeadsSettingsPage() {
  const may = scopeOf(useMe().role, 'routing', 'read') !== 'none';
  return (
    <>
      <PageHeader title={m.leads_settings()} />
      {may ? <div className={styles.settings}><RoutingRules /><CaptureDoors /></div> : <EmptyState icon={IconLock} text={m.leads_settings_not_allowed()} />}
    </>
  );
}
