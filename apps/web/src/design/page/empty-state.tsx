import { Button } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { KeyHint } from '../mark/key-hint.tsx';
import styles from './state.module.css';

export interface StateAction {
  readonly label: string;
  readonly onAct: () => void;
  /** Shown only: whoever offers the action binds its key with useShortcut. */
  readonly keys?: string;
}

interface EmptyStateProps {
  readonly icon: TablerIcon;
  /** One sentence: what goes here. */
  readonly text: string;
  readonly action?: StateAction;
}

export function EmptyState({ icon: Icon, text, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <span className={styles.icon}><Icon size={20} stroke={1.5} aria-hidden /></span>
      <p className={styles.text}>{text}</p>
      {action && (
        <Button variant="default" onClick={action.onAct} rightSection={action.keys && <KeyHint keys={action.keys} />}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
