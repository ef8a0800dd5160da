import { ErrorState, SkeletonRows, lazily } from '#design';
import { SegmentDocument } from '#operations';
import { NotFoundPage } from '#shell';
import { useQuery } from '@apollo/client/react';
import type { Rule } from '@orbita/domain/rules';
import type { SegmentView } from './segment-view.ts';

const SegmentEditor = lazily(async () => (await import('./segment-editor.tsx')).SegmentEditor);

interface SegmentPageProps {
  readonly id: string;
  readonly view: SegmentView;
  readonly onView: (view: SegmentView) => void;
}

export function SegmentPage({ id, view, onView }: SegmentPageProps) {
  const { data, error, refetch } = useQuery(SegmentDocument, { variables: { id } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={14} />;
  if (!data.segment) return <NotFoundPage />;
  const { segment } = data;
  const start = { name: segment.name, description: segment.description ?? '', kind: segment.kind, rule: (segment.rule as Rule | null) ?? undefined };
  return <SegmentEditor key={id} segment={segment} start={start} view={view} onView={onView} />;
}

interface NewSegmentProps {
  readonly name: string;
  readonly rule: Rule | undefined;
  readonly kind: 'RULE' | 'LIST';
}

const ignore = () => {};

export const NewSegmentPage = ({ name, rule, kind }: NewSegmentProps) => (
  <SegmentEditor key={kind} segment={undefined} start={{ name, description: '', kind, rule }} view="overview" onView={ignore} />
);
