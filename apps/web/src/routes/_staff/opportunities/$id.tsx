import { OpportunityPage } from '#opportunities';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/opportunities/$id')({ component: Opportunity });

function Opportunity() {
  const { id } = Route.useParams();
  return <OpportunityPage key={id} id={id} />;
}
