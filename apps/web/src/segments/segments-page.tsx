import { EmptyState, PageHeader } from '#design';
import { m } from '#words';
import { IconChartPie } from '@tabler/icons-react';

export function SegmentsPage() {
  return (
    <>
      <PageHeader title={m.shell_nav_segments()} />
      <EmptyState icon={IconChartPie} text={m.home_segments_empty()} />
    </>
  );
}
