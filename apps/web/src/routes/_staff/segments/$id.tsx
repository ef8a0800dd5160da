import { SegmentPage, segmentViews } from '#segments';
import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';

const search = z.object({ view: z.optional(z.catch(z.enum(segmentViews), 'overview')) });

export const Route = createFileRoute('/_staff/segments/$id')({ validateSearch: search, component: Segment });

function Segment() {
  const navigate = Route.useNavigate();
  const { id } = Route.useParams();
  const { view = 'overview' } = Route.useSearch();
  return <SegmentPage key={id} id={id} view={view} onView={(next) => void navigate({ search: next === 'overview' ? {} : { view: next }, replace: true })} />;
}
