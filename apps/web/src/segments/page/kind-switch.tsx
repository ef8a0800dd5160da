import { m } from '#words';
import { IconFilter, IconListDetails } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import styles from './page.module.css';

/** A rule keeps itself up to date; a list is kept by hand. */
export const KindSwitch = ({ kind }: { readonly kind: 'RULE' | 'LIST' }) => (
  <nav className={styles.kinds} aria-label={m.segments_kind()}>
    <Link to="/segments/new" search={{}} aria-current={kind === 'RULE' ? 'true' : undefined}>
      <IconFilter size={14} stroke={1.6} aria-hidden /> {m.segments_by_rule()}
    </Link>
    <Link to="/segments/new" search={{ kind: 'LIST' }} aria-current={kind === 'LIST' ? 'true' : undefined}>
      <IconListDetails size={14} stroke={1.6} aria-hidden /> {m.segments_by_list()}
    </Link>
  </nav>
);
