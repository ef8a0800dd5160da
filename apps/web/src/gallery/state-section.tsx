import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { EmptyState, ErrorState, SkeletonRows } from '#design';
import { IconUsers } from '@tabler/icons-react';
import styles from './gallery.module.css';
import { Section } from './section.tsx';

const ignore = () => {};
const fault = new CombinedGraphQLErrors({ data: null, errors: [{ message: '', extensions: { code: 'INTERNAL', requestId: '0193f2c4' } }] });

export const StateSection = () => (
  <Section title="States">
    <div className={styles.pair}>
      <div className={styles.card}>
        <EmptyState icon={IconUsers} text="Everybody you deal with stands here, from the first contact on." action={{ label: 'New customer', keys: 'n', onAct: ignore }} />
      </div>
      <div className={styles.card}><ErrorState error={fault} onRetry={ignore} /></div>
      <div className={styles.card}><SkeletonRows rows={6} /></div>
    </div>
  </Section>
);
