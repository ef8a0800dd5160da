import { renewShown } from '#api-client';
import { showToast } from '#design';
import { m } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { numberWord, reachedOf, titleOf } from './bulk-words.ts';
import styles from './bulk.module.css';
import { useBulkActs } from './use-bulk-acts.ts';
import { useProgress } from './use-progress.ts';
import { unwatch, useWatched } from './watched.ts';

/** The changes that this window started, on whichever page one is: how far they came, until they have ended. */
export function BulkStrip() {
  const watched = useWatched();
  if (watched.length === 0) return null;
  return <section className={styles.strips} aria-label={m.bulk_nav()}>{watched.map((id) => <Strip key={id} id={id} />)}</section>;
}

function Strip({ id }: { readonly id: string }) {
  const client = useApolloClient();
  const { change, running, error } = useProgress(id);
  const { stop, undo } = useBulkActs();
  const told = useRef(false);
  useEffect(() => {
    if (error || (change && !running)) unwatch(id);
    if (!change || running || told.current) return;
    told.current = true;
    const { done, refused, failed } = change;
    const title = titleOf(change);
    const text = refused + failed > 0
      ? m.bulk_finished_left({ title, done: numberWord(done), left: numberWord(refused + failed) })
      : m.bulk_finished({ title, done: numberWord(done) });
    showToast(text, change.viewerCanUndo ? { undo: () => void undo(id) } : {});
    // Whatever list stands on the page shows what became of it.
    void renewShown(client);
  }, [change, running, error, id, client, undo]);
  if (!change || !running) return null;
  const at = reachedOf(change);
  return (
    <div className={styles.strip}>
      <span className={styles.what} role="status">{titleOf(change)}</span>
      <progress value={at} max={Math.max(change.total, 1)} aria-label={m.bulk_progress_bar()} />
      <span className="num">{m.bulk_progress({ at: numberWord(at), total: numberWord(change.total) })}</span>
      <Link to="/bulk/$id" params={{ id }}>{m.bulk_details()}</Link>
      {change.viewerCanCancel && <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void stop(id)}>{m.bulk_stop()}</Button>}
    </div>
  );
}
