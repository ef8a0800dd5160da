import { m } from '#words';
import styles from './record.module.css';

export type RecordTab = 'brief' | 'timeline' | 'profile';

const tabs: readonly (readonly [RecordTab, () => string])[] = [
  ['brief', m.customers_tab_brief], ['timeline', m.customers_tab_timeline], ['profile', m.customers_tab_profile],
];

/** Where three columns have no room, one at a time. */
export const RecordTabs = ({ tab, onTab }: { readonly tab: RecordTab; readonly onTab: (tab: RecordTab) => void }) => (
  <div className={styles.tabs} role="group" aria-label={m.customers_parts()}>
    {tabs.map(([id, label]) => <button key={id} type="button" aria-pressed={tab === id} onClick={() => onTab(id)}>{label()}</button>)}
  </div>
);
