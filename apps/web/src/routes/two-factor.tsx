import { SetUpPage } from '#access';
import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';

const search = z.object({ next: z.optional(z.catch(z.string(), '/')) });

export const Route = createFileRoute('/two-factor')({ validateSearch: search, component: TwoFactor });

function TwoFactor() {
  return <SetUpPage next={Route.useSearch().next} />;
}
