import { useMe } from '#access';
import { DateText, EmptyState, ErrorState, numberFormat, PageHeader, SkeletonRows } from '#design';
import { maySeeImports } from '#import-link';
import { m, useLanguage } from '#words';
import { IconFileImport, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { RowCounts } from '../counts/row-counts.tsx';
import { ThingCounts } from '../counts/thing-counts.tsx';
import { roomWord } from '../room-word.ts';
import { isMoving, StatusChip, statusWord } from '../status-chip.tsx';
import { ImportActs } from './import-acts.tsx';
import { Problems } from './problems.tsx';
import { type ImportJob, useImport } from './use-import.ts';
import styles from './job.module.css';

/** One import: how far it is, what it made of the rows, what is to be mended. */
export function ImportPage({ id }: { readonly id: string }) {
  const { role } = useMe();
  if (!maySeeImports(role)) return <><PageHeader title={m.imports_title()} /><EmptyState icon={IconLock} text={m.imports_not_allowed()} /></>;
  return <Job id={id} />;
}

function Job({ id }: { readonly id: string }) {
  const { job, error, loading, refetch } = useImport(id);
  const back = <Link to="/imports" className={styles.back}>{m.imports_title()}</Link>;
  if (!job) {
    return (
      <>
        <PageHeader title={m.imports_one()} beside={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : loading ? <SkeletonRows rows={8} /> : <EmptyState icon={IconFileImport} text={m.imports_gone()} />}
      </>
    );
  }
  return (
    <>
      <PageHeader title={job.fileName} beside={back} actions={<ImportActs job={job} />} />
      <div className={styles.scroll}>
        <div className={styles.page}>
          <About job={job} />
          <Progress job={job} />
          {job.status === 'FAILED' && job.failureMessage && <p role="alert" className={styles.failure}>{job.failureMessage}</p>}
          {job.undone && <Undone undone={job.undone} />}
          <RowCounts rows={job.rows} />
          <ThingCounts things={job.things} />
          {job.unmapped.length > 0 && <p className={styles.quiet}>{m.imports_unmapped()}: {job.unmapped.join(', ')}</p>}
          <Problems job={job} />
        </div>
      </div>
    </>
  );
}

const About = ({ job: { room, startedByName, createdAt, status } }: { readonly job: ImportJob }) => (
  <p className={styles.about}>
    <StatusChip status={status} /> {roomWord(room)} · {startedByName ?? m.imports_by_command()} · <DateText value={createdAt} style="moment" />
  </p>
);

/** How far it is; for those who do not see the bar it is told when it ends. */
function Progress({ job: { status, share, rowsRead, stopAsked } }: { readonly job: ImportJob }) {
  const language = useLanguage();
  const moving = isMoving(status);
  const shown = numberFormat(language).format(rowsRead);
  return (
    <>
      {moving && (
        <div className={styles.progress}>
          <progress value={status === 'RUNNING' ? share : undefined} aria-label={m.imports_bar()} />
          <p className={styles.quiet}>
            {stopAsked ? m.imports_stopping() : status === 'UNDOING' ? m.imports_undoing() : status === 'WAITING' ? m.imports_waiting() : m.imports_running({ count: rowsRead, shown, share: numberFormat(language, { style: 'percent' }).format(share) })}{' '}
            {m.imports_may_leave()}
          </p>
        </div>
      )}
      <p role="status" className="visually-hidden">{statusWord(status)}</p>
    </>
  );
}

function Undone({ undone: { removed, restored, left } }: { readonly undone: NonNullable<ImportJob['undone']> }) {
  const format = numberFormat(useLanguage());
  return (
    <p className={styles.undone}>
      {m.imports_undone({ removed: format.format(removed), restored: format.format(restored) })}
      {left > 0 && ` ${m.imports_undone_left({ count: left, shown: format.format(left) })}`}
    </p>
  );
}
