import { PageHeader } from '#design';
import { m } from '#words';
import styles from '../leads.module.css';
import { CaptureDoors } from './capture-doors.tsx';
import { RoutingRules } from './routing-rules.tsx';

/** Where leads come in, and who gets them. */
export const LeadsSettingsPage = () => (
  <>
    <PageHeader title={m.leads_settings()} />
    <div className={styles.settings}>
      <RoutingRules />
      <CaptureDoors />
    </div>
  </>
);
