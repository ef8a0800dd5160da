import { refusalText, shownOf } from '#api-client';
import { Chip, ErrorState } from '#design';
import { type BulkInput, type BulkOutcome, PreviewBulkChangeDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { numberWord, outcomeTone, outcomeWord } from '../bulk-words.ts';
import styles from '../bulk.module.css';

const counted = (words: (inputs: { count: number }) => string, count: number): string => words({ count }).replace(String(count), numberWord(count));

/** What a change would do, asked of the server a moment after the last key. */
export function BulkPreview({ input }: { readonly input: BulkInput }) {
  const language = useLanguage();
  const [asked] = useDebouncedValue(input, 300);
  const question = useQuery(PreviewBulkChangeDocument, { variables: { input: asked }, fetchPolicy: 'no-cache' });
  const { loading, error, refetch } = question;
  const preview = shownOf(question)?.previewBulkChange;
  return (
    <section className={styles.preview} aria-label={m.bulk_preview()} aria-busy={loading} role="status">
      <h3>{m.bulk_preview()}</h3>
      {preview?.refusal && <p className={styles.final}>{refusalText(preview.refusal, language)}</p>}
      {error && !preview && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !preview && <p className={styles.quiet}>{m.bulk_looking()}</p>}
      {preview && !preview.refusal && (
        <>
          <p className={styles.figures}>
            <b>{counted(m.bulk_will_change, preview.changing ?? 0)}</b>
            {(preview.unchanged ?? 0) > 0 && <span>{counted(m.bulk_already, preview.unchanged ?? 0)}</span>}
            {(preview.refused ?? 0) > 0 && <span>{counted(m.bulk_left_out, preview.refused ?? 0)}</span>}
          </p>
          {preview.isExact === false && (
            <p className={styles.quiet}>{m.bulk_sampled({ examined: numberWord(preview.examined ?? 0), matching: numberWord(preview.matching ?? 0) })}</p>
          )}
          {(preview.refusals ?? []).map(({ count, refusal }) => <p key={refusal.message} className={styles.why}><span className="num">{numberWord(count)}</span> {refusalText(refusal, language)}</p>)}
          <ul className={styles.sample}>
            {(preview.sample ?? []).map(({ targetId, name, outcome }) => (
              <li key={targetId}><span>{name ?? m.bulk_hidden()}</span><WouldBe outcome={outcome} /></li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What would become of one: nothing has been done yet. */
function WouldBe({ outcome }: { readonly outcome: BulkOutcome }) {
  if (outcome === 'DONE') return <Chip>{m.bulk_would_change()}</Chip>;
  return <Chip {...(outcomeTone[outcome] ? { tone: outcomeTone[outcome] } : {})}>{outcomeWord(outcome)}</Chip>;
}
