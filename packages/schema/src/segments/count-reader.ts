import { countMembers, meaningOf, type SegmentRow } from '@orbita/database/segments';
import type { RequestContext } from '#request';

interface Waiting {
  readonly segment: SegmentRow;
  readonly resolve: (count: number) => void;
  readonly reject: (error: unknown) => void;
}

/** Counts the members of the segments that one round of resolving asks about, all in one statement. */
export function memberCount(context: RequestContext, segment: SegmentRow): Promise<number> {
  const waiting = (context.readers.get('segmentCounts') as Waiting[] | undefined) ?? begin(context);
  return new Promise((resolve, reject) => waiting.push({ segment, resolve, reject }));
}

function begin(context: RequestContext): Waiting[] {
  const waiting: Waiting[] = [];
  context.readers.set('segmentCounts', waiting);
  setImmediate(() => {
    context.readers.delete('segmentCounts');
    const { em, viewer, now } = context;
    countMembers(em, waiting.map(({ segment }) => meaningOf(segment)), viewer, now).then(
      (counts) => waiting.forEach(({ resolve }, at) => resolve(counts[at] ?? 0)),
      (error: unknown) => waiting.forEach(({ reject }) => reject(error)),
    );
  });
  return waiting;
}
