import { KeyHint, NumberText } from '#design';
import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { NavItem } from './nav-items.ts';
import styles from './navigation.module.css';

interface NavLinkProps {
  readonly item: NavItem;
  readonly narrow: boolean;
  readonly count?: number | undefined;
}

export function NavLink({ item: { to, label, icon: Icon, keys }, narrow, count = 0 }: NavLinkProps) {
  return (
    <Tooltip
      position="right" openDelay={narrow ? 100 : 700}
      label={<span className={styles.tip}>{label()} <KeyHint keys={keys} /></span>}
    >
      <Link to={to} className={styles.item} activeOptions={{ exact: to === '/' }}>
        <Icon size={16} stroke={1.6} aria-hidden />
        <span className={styles.name}>{label()}</span>
        {count > 0 && <span className={styles.count}><NumberText value={count} /></span>}
      </Link>
    </Tooltip>
  );
}
