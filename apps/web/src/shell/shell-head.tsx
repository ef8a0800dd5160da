import { KeyHint } from '#design';
import { m } from '#words';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebar, IconSearch } from '@tabler/icons-react';
import { CompanySign, type Sign } from './company-sign.tsx';
import styles from './shell.module.css';

interface ShellHeadProps {
  readonly narrow: boolean;
  readonly sign: Sign | undefined;
  readonly onToggle: () => void;
  readonly onSearch: () => void;
}

export function ShellHead({ narrow, sign, onToggle, onSearch }: ShellHeadProps) {
  const toggle = narrow ? m.shell_widen() : m.shell_narrow();
  return (
    <div className={styles.head}>
      <div className={styles.brand}>
        {!narrow && <CompanySign sign={sign} />}
        <Tooltip label={<span className={styles.tip}>{toggle} <KeyHint keys="[" /></span>}>
          <ActionIcon aria-label={toggle} aria-expanded={!narrow} onClick={onToggle}><IconLayoutSidebar size={16} stroke={1.6} /></ActionIcon>
        </Tooltip>
      </div>
      <button type="button" className={styles.search} onClick={onSearch} aria-haspopup="dialog">
        <IconSearch size={14} stroke={1.75} aria-hidden />
        <span className={narrow ? 'visually-hidden' : undefined}>{m.shell_search()}</span>
        {!narrow && <KeyHint keys="mod+k" />}
      </button>
    </div>
  );
}
