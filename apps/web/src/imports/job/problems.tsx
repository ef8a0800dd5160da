import { shownOf } from '#api-client';
import { ErrorState, numberFormat, SkeletonRows } from '#design';
import { ImportProblemsDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ProblemList } from '../counts/problem-list.tsx';
import { isMoving } from '../status-chip.tsx';
import type { ImportJob } from './use-import.ts';
import styles from './job.module.css';

const first = 50;

/** The rows that were not loaded whole, page by page; as a file to be mended, and the way back in for it. */
export function Problems({ job: { id, status, room, rows: { skipped, refused } } }: { readonly job: ImportJob }) {
  const language = useLanguage();
  const [offset, setOffset] = useState(0);
  const question = useQuery(ImportProblemsDocument, { variables: { id, first, offset }, fetchPolicy: 'cache-and-network' });
  const { error, refetch } = question;
  const told = skipped + refused;
  useEffect(() => { void refetch(); }, [told, status, refetch]);
  const page = shownOf(question)?.import?.problems;
  if (!page) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : told > 0 ? <SkeletonRows rows={4} /> : null;
  if (page.rows.length === 0 && offset === 0) return null;
  const number = (value: number) => numberFormat(language).format(value);
  return (
    <section className={styles.problems} aria-labelledby="import-problems">
      <header>
        <div><h2 id="import-problems">{m.imports_to_mend()}</h2><p className={styles.quiet}>{m.imports_to_mend_how()}</p></div>
        {!isMoving(status) && (
          <div className={styles.acts}>
            <Button component="a" variant="default" href={`/api/imports/${id}/problems.csv?language=${language}`} download leftSection={<IconDownload size={14} stroke={1.6} aria-hidden />}>{m.imports_download()}</Button>
            <Button variant="default" renderRoot={(props) => <Link to="/imports/new" search={{ like: id, room }} {...props} />} leftSection={<IconUpload size={14} stroke={1.6} aria-hidden />}>{m.imports_mended()}</Button>
          </div>
        )}
      </header>
      <ProblemList problems={page.rows} />
      {(offset > 0 || page.hasMore) && (
        <nav className={styles.pages} aria-label={m.imports_problems()}>
          <Button variant="default" size="compact-sm" disabled={offset === 0} onClick={() => setOffset(offset - first)}>{m.imports_previous()}</Button>
          <span className={styles.quiet}>{m.imports_from_to({ from: number(offset + 1), to: number(offset + page.rows.length) })}</span>
          <Button variant="default" size="compact-sm" disabled={!page.hasMore} onClick={() => setOffset(offset + first)}>{m.imports_following()}</Button>
        </nav>
      )}
    </section>
  );
}
