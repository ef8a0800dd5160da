import { SignInPage } from '#access';
import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';

const search = z.object({ next: z.optional(z.catch(z.string(), '/')) });

export const Route = createFileRoute('/sign-in')({ validateSearch: search, component: SignIn });

function SignIn() {
  return <SignInPage next={Route.useSearch().next} />;
}
