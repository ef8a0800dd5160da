import { usePageTitle } from '#design';
import type { ReactNode } from 'react';
import styles from './door.module.css';

/** A page before one is signed in: one card, one thing to do. */
export function DoorPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  usePageTitle(title);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <img src="/orbita.svg" alt="" width={32} height={32} />
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
