import { PageHeader } from '#design';
import { m } from '#words';
import styles from './bi.module.css';
import { Keys } from './keys/keys.tsx';
import { Operations } from './operations/operations.tsx';

/** How a BI tool reads what one may read: by which key, what, and how to tell the tool. */
export function BiPage() {
  return (
    <>
      <PageHeader title={m.bi_title()} />
      <div className={styles.page}>
        <Keys />
        <Operations />
      </div>
    </>
  );
}
