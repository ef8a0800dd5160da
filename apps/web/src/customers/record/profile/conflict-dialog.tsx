import { Dialog } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import styles from '../record.module.css';
import type { Conflict } from './use-edit-customer.ts';

/** Who changed it meanwhile, and both values: theirs stands until one decides. */
export const ConflictDialog = ({ conflict, onResolve }: { readonly conflict: Conflict; readonly onResolve: (mine: boolean) => void }) => (
  <Dialog
    title={m.customers_conflict_title({ name: conflict.by })} size="small" onClose={() => onResolve(false)}
    footer={(
      <>
        <Button variant="default" onClick={() => onResolve(true)}>{m.customers_conflict_mine()}</Button>
        <Button data-autofocus onClick={() => onResolve(false)}>{m.customers_conflict_theirs()}</Button>
      </>
    )}
  >
    <p>{m.customers_conflict_text({ field: conflict.edit.label })}</p>
    <dl className={styles.versus}>
      <div><dt>{conflict.by}</dt><dd>{conflict.theirs || m.timeline_nothing()}</dd></div>
      <div><dt>{m.customers_conflict_you()}</dt><dd>{conflict.edit.wanted || m.timeline_nothing()}</dd></div>
    </dl>
  </Dialog>
);
