import { InvitationPage } from '#access';
import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';

const search = z.object({ token: z.optional(z.catch(z.string(), '')) });

export const Route = createFileRoute('/invitation')({ validateSearch: search, component: Invitation });

function Invitation() {
  return <InvitationPage token={Route.useSearch().token} />;
}
