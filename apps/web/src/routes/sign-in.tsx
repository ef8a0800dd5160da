import { SignInPage } from '#access';
import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';

const search = z.object({
  next: z.optional(z.catch(z.string(), '/')), error: z.optional(z.catch(z.string(), '')), letIn: z.optional(z.catch(z.string(), '')),
});

export const Route = createFileRoute('/sign-in')({ validateSearch: search, component: SignIn });

function SignIn() {
  return <SignInPage {...Route.useSearch()} />;
}
