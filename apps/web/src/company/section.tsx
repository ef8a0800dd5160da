import type { ReactNode } from 'react';
import styles from './company.module.css';

interface SectionProps {
  readonly title: string;
  readonly explained?: string;
  readonly children: ReactNode;
}

/** What it is at the left, its fields at the right; under each other where there is no room. */
export const Section = ({ title, explained, children }: SectionProps) => (
  <section className={styles.section}>
    <div><h2>{title}</h2>{explained && <p className={styles.quiet}>{explained}</p>}</div>
    <div className={styles.body}>{children}</div>
  </section>
);
