import type { ReactNode } from 'react';
import styles from './form-layout.module.css';

/** Fields under each other, 12 px apart; what does not belong to one field is said on top. */
export const Fields = ({ refusal, children }: { readonly refusal?: string | undefined; readonly children: ReactNode }) => (
  <div className={styles.fields}>
    {refusal && <p role="alert" className={styles.refusal}>{refusal}</p>}
    {children}
  </div>
);

/** Fields beside each other, under each other where there is no room. */
export const FieldRow = ({ children }: { readonly children: ReactNode }) => <div className={styles.row}>{children}</div>;
