import { shownOf } from '#api-client';
import { ErrorState, SkeletonRows } from '#design';
import { SegmentPreviewDocument } from '#operations';
import { m } from '#words';
import { skipToken, useQuery } from '@apollo/client/react';
import type { Rule } from '@orbita/domain/rules';
import { useState } from 'react';
import { Breakdowns } from './breakdowns.tsx';
import { Counts } from './counts.tsx';
import { Funnel } from './funnel.tsx';
import { Sample } from './sample.tsx';
import styles from './insight.module.css';

const asksAnything = (rule: Rule): boolean => !('and' in rule && rule.and.length === 0) && !('or' in rule && rule.or.length === 0);

/** Whom the rule means now, why, and what they are like; the last answer pales while the next is on its way. */
export function Insight({ rule }: { readonly rule: Rule | undefined }) {
  const [last, setLast] = useState(rule);
  if (rule && rule !== last) setLast(rule);
  const question = useQuery(SegmentPreviewDocument, rule ? { variables: { rule } } : skipToken);
  const { loading, error, refetch } = question;
  const preview = shownOf(question)?.segmentPreview;
  if (error && !preview) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!preview) return rule ? <SkeletonRows rows={12} /> : <p className={styles.wait}>{m.segments_unfinished()}</p>;
  return (
    <div className={styles.insight} data-stale={loading || !rule || undefined} aria-busy={loading}>
      <Counts preview={preview} />
      {last && asksAnything(last) && <Funnel preview={preview} any={'or' in last} />}
      {preview.holds > 0 && <Breakdowns breakdowns={preview.breakdowns} />}
      {preview.holds > 0 && <Sample customers={preview.sample} />}
    </div>
  );
}
