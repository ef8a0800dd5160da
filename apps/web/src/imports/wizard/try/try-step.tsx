import { shownOf } from '#api-client';
import { ErrorState, numberFormat, SkeletonRows } from '#design';
import { ImportPreviewDocument, type ImportPreviewQuery } from '#operations';
import { m, useLanguage } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { ProblemList } from '../../counts/problem-list.tsx';
import { RowCounts } from '../../counts/row-counts.tsx';
import { ThingCounts } from '../../counts/thing-counts.tsx';
import { isNameless } from '../draft/draft.ts';
import { planOf } from '../draft/plan-of.ts';
import type { Ready } from '../ready.ts';
import { UnknownOwners } from './unknown-owners.tsx';
import styles from './try.module.css';

interface TryStepProps {
  readonly wizard: Ready;
  /** Why it was not started. */
  readonly problem: string | undefined;
  readonly onBack: () => void;
}

/** What would happen: the first rows are imported for real, and taken back. */
export function TryStep({ wizard: { sketch, draft, put }, problem, onBack }: TryStepProps) {
  const input = useMemo(() => ({ fileId: sketch.file.id, plan: planOf(draft) }), [sketch, draft]);
  // What is here already changes what would happen: an earlier answer is shown only until the new one is there.
  const question = useQuery(ImportPreviewDocument, { variables: { input }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const { error, loading, refetch } = question;
  const shown = shownOf(question);
  const { preview, refusal } = shown?.importPreview ?? {};
  const people = sketch.targets.find(({ key }) => key.endsWith('.owner'))?.choices ?? [];
  // A column without name in which nothing stands is none.
  const empty = new Set(sketch.columns.filter(({ name, samples }) => isNameless(name) && samples.length === 0).map(({ name }) => name));
  if (error && !shown) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!preview && loading) return <div className={styles.page}><p role="status" className={styles.quiet}>{m.imports_trying()}</p><SkeletonRows rows={8} /></div>;
  const no = problem ?? refusal?.message;
  return (
    <div className={styles.page} data-busy={loading || undefined}>
      {no && (
        <div role="alert" className={styles.refusal}>
          <IconAlertCircle size={16} stroke={1.6} aria-hidden /><p>{no}</p>
          <Button variant="default" size="compact-sm" onClick={onBack}>{m.imports_to_columns()}</Button>
        </div>
      )}
      {preview && <Preview preview={{ ...preview, unmapped: preview.unmapped.filter((name) => !empty.has(name)) }} onBack={onBack} owners={<UnknownOwners owners={preview.unknownOwners} people={people} draft={draft} put={put} />} />}
    </div>
  );
}

type Shown = NonNullable<ImportPreviewQuery['importPreview']['preview']>;

function Preview({ preview, owners, onBack }: { readonly preview: Shown; readonly owners: ReactNode; readonly onBack: () => void }) {
  const { rowsTried, whole, rows, things, problems, unmapped } = preview;
  const shown = numberFormat(useLanguage()).format(rowsTried);
  return (
    <>
      <p role="status">{whole ? m.imports_tried_all({ count: rowsTried, shown }) : m.imports_tried_first({ count: rowsTried, shown })} <span className={styles.quiet}>{m.imports_nothing_kept()}</span></p>
      <RowCounts rows={rows} />
      <ThingCounts things={things} />
      {owners}
      {problems.length > 0 && (
        <section className={styles.part} aria-labelledby="imports-problems">
          <h2 id="imports-problems">{m.imports_problems()}</h2>
          <p className={styles.quiet}>{m.imports_problems_how()}</p>
          <ProblemList problems={problems} />
        </section>
      )}
      {unmapped.length > 0 && (
        <section className={styles.part} aria-labelledby="imports-unmapped">
          <h2 id="imports-unmapped">{m.imports_unmapped()}</h2>
          <ul className={styles.names}>{unmapped.map((name) => <li key={name}>{name}</li>)}</ul>
          <Button variant="default" size="compact-sm" className={styles.back} onClick={onBack}>{m.imports_to_columns()}</Button>
        </section>
      )}
    </>
  );
}
