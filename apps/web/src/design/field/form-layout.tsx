import { type ReactNode, useEffect, useRef } from 'react';
import styles from './form-layout.module.css';

interface FieldsProps {
  readonly refusal?: string | undefined;
  /** What was just refused: the first field that is marked wrong gets the focus, however far away it stands. */
  readonly wrong?: object | undefined;
  readonly children: ReactNode;
}

/** Fields under each other, 12 px apart; what does not belong to one field is said on top. */
export function Fields({ refusal, wrong, children }: FieldsProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrong) box.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [wrong]);
  useEffect(() => {
    // Of a long form the end is before the eyes when it is refused.
    if (refusal) box.current?.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' });
  }, [refusal]);
  return (
    <div ref={box} className={styles.fields}>
      {refusal && <p role="alert" className={styles.refusal}>{refusal}</p>}
      {children}
    </div>
  );
}

/** Fields beside each other, under each other where there is no room. */
export const FieldRow = ({ children }: { readonly children: ReactNode }) => <div className={styles.row}>{children}</div>;

/** Many fields side by side, whose inputs stay level however long a label is. */
export const LevelFields = ({ children }: { readonly children: ReactNode }) => <div className={styles.level}>{children}</div>;
