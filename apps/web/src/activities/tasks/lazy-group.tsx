import { SkeletonRows } from '#design';
import { type ComponentProps, lazy, Suspense } from 'react';

// The first page stands before its tasks do.
const Group = lazy(async () => ({ default: (await import('./task-group.tsx')).TaskGroup }));

export const TaskGroup = (props: ComponentProps<typeof Group>) => <Suspense fallback={<SkeletonRows rows={3} />}><Group {...props} /></Suspense>;
