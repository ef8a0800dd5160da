import { m } from '#words';
import { Button } from '@mantine/core';
import type { KeptDraft } from './use-kept-draft.ts';
import styles from './drafts.module.css';

/** Says why there is something in a form that was just opened, and the way to an empty one. */
export const DraftNote = ({ isBack, startAnew }: Pick<KeptDraft<object>, 'isBack' | 'startAnew'>) => isBack && (
  <p role="status" className={styles.note}>
    {m.drafts_here_again()}
    <Button variant="subtle" size="compact-xs" style={{ flex: 'none' }} onClick={startAnew}>{m.drafts_start_anew()}</Button>
  </p>
);
