import type { ReactNode } from 'react';
import styles from './overlay-footer.module.css';

export const OverlayFooter = ({ children }: { readonly children: ReactNode }) => <div className={styles.footer}>{children}</div>;
