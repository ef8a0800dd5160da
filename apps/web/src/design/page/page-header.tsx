import type { ReactNode } from 'react';
import { usePageTitle } from './use-page-title.ts';
import styles from './page-header.module.css';

interface PageHeaderProps {
  readonly title: string;
  /** Beside the title: tabs, a star, a count. */
  readonly beside?: ReactNode;
  /** At the right: the primary action last. */
  readonly actions?: ReactNode;
  /** The second line: filters left, view tools right. */
  readonly toolbar?: ReactNode;
}

/** The head of every page: 48 px with the title, 40 more when there are tools. It names the document too. */
export function PageHeader({ title, beside, actions, toolbar }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h1 className={styles.title} tabIndex={-1} data-page-title>{title}</h1>
        {beside}
        <div className={styles.actions}>{actions}</div>
      </div>
      {toolbar && <div className={styles.toolbar}>{toolbar}</div>}
    </header>
  );
}
