import { useMe } from '#access';
import { lazily } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { may, type Viewer } from '@orbita/domain/access';
import { bulkKinds, type BulkSubject, type BulkVerb } from '@orbita/domain/bulk';
import { useEffect, useState } from 'react';
import { numberWord, verbWord } from './bulk-words.ts';
import type { BulkTargetsInput } from '#operations';
import styles from './bulk.module.css';

const BulkDialog = lazily(async () => (await import('./dialog/bulk-dialog.tsx')).BulkDialog);

export interface BulkBarProps {
  readonly subject: BulkSubject;
  readonly selected: ReadonlySet<string>;
  /** How many the list names, and by what; `everything` when all of them are meant. */
  readonly matching: number;
  readonly filter: BulkTargetsInput;
  readonly everything: boolean;
  readonly onEverything: () => void;
  readonly onClear: () => void;
  /** What is offered here, of what there is. */
  readonly verbs: readonly BulkVerb[];
  /** To which stages opportunities can be moved. */
  readonly stages?: readonly { readonly value: string; readonly label: string }[] | undefined;
}

/** What can be done with those that are selected, or with all that the list names. */
export function BulkBar({ subject, selected, matching, filter, everything, onEverything, onClear, verbs, stages }: BulkBarProps) {
  const me = useMe();
  const [verb, setVerb] = useState<BulkVerb>();
  // Whoever stood in the bar, or in a dialog of it, when it goes stands in the list again.
  useEffect(() => () => {
    setTimeout(() => {
      if (document.activeElement === document.body) (document.querySelector<HTMLElement>('[role=grid]') ?? document.querySelector<HTMLElement>('[data-page-title]'))?.focus();
    }, 50);
  }, []);
  const count = everything ? matching : selected.size;
  const offered = verbs.filter((one) => mayAtAll(me as unknown as Viewer, subject, one));
  const more = !everything && matching > selected.size;
  return (
    <div className={styles.bar} role="region" aria-label={m.bulk_bar()}>
      <b className="num" role="status">{(everything ? m.bulk_all_selected : m.bulk_selected)({ count }).replace(String(count), numberWord(count))}</b>
      {more && <Button variant="subtle" size="compact-sm" onClick={onEverything}>{m.bulk_select_all({ count: matching }).replace(String(matching), numberWord(matching))}</Button>}
      <span className={styles.verbs}>
        {offered.map((one) => <Button key={one} variant="default" onClick={() => setVerb(one)}>{verbWord(one)}</Button>)}
      </span>
      <Button variant="subtle" color="gray" onClick={onClear}>{m.bulk_clear()}</Button>
      {verb && (
        <BulkDialog
          subject={subject} verb={verb} count={count} stages={stages} targets={everything ? filter : { ids: [...selected] }}
          onClose={() => setVerb(undefined)} onStarted={onClear}
        />
      )}
    </div>
  );
}

function mayAtAll(viewer: Viewer, subject: BulkSubject, verb: BulkVerb): boolean {
  const kind = bulkKinds[subject][verb];
  return kind !== undefined && may(viewer, 'bulkChange', 'create') && may(viewer, kind.right.noun, kind.right.action);
}
