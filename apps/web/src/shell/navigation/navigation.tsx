import { useMe } from '#access';
import { m } from '#words';
import { useRouter } from '@tanstack/react-router';
import { mainItems, type NavItem, openTo, settingsItems } from './nav-items.ts';
import { NavLink } from './nav-link.tsx';
import styles from './navigation.module.css';
import { SavedViews, type SavedViewLink } from './saved-views.tsx';

export interface NavigationProps {
  readonly narrow?: boolean;
  readonly inboxCount?: number | undefined;
  readonly views?: readonly SavedViewLink[] | undefined;
}

export function Navigation({ narrow = false, inboxCount, views = [] }: NavigationProps) {
  const { role } = useMe();
  const router = useRouter();
  const settings = openTo(settingsItems, role);
  const list = (items: readonly NavItem[]) => (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.to}><NavLink item={item} narrow={narrow} count={item.to === '/inbox' ? inboxCount : 0} /></li>
      ))}
    </ul>
  );
  return (
    <nav className={styles.nav} aria-label={m.shell_nav()} data-narrow={narrow || undefined}>
      {list(openTo(mainItems, role))}
      {!narrow && <SavedViews views={views} onOpen={(href) => router.history.push(href)} />}
      {settings.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.heading}>{m.shell_nav_settings()}</h2>
          {list(settings)}
        </section>
      )}
    </nav>
  );
}
