import { useMe } from '#access';
import { NumberText } from '#design';
import { m } from '#words';
import { IconMenu2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { mainItems, openTo } from './nav-items.ts';
import styles from './navigation.module.css';

const thumbs = 4;

/** The four main doors under the thumb, everything else behind the fifth. */
export function BottomBar({ inboxCount = 0, onMore }: { readonly inboxCount?: number | undefined; readonly onMore: () => void }) {
  const { role } = useMe();
  return (
    <nav className={styles.bar} aria-label={m.shell_nav()}>
      {openTo(mainItems, role).slice(0, thumbs).map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className={styles.tab} activeOptions={{ exact: to === '/' }}>
          <Icon size={20} stroke={1.6} aria-hidden />
          {label()}
          {to === '/inbox' && inboxCount > 0 && <span className={styles.count}><NumberText value={inboxCount} /></span>}
        </Link>
      ))}
      <button type="button" className={styles.tab} onClick={onMore} aria-haspopup="dialog">
        <IconMenu2 size={20} stroke={1.6} aria-hidden />
        {m.shell_more()}
      </button>
    </nav>
  );
}
