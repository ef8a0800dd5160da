import { ResetPasswordPage } from '#access';
import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';

const search = z.object({ token: z.optional(z.catch(z.string(), '')) });

export const Route = createFileRoute('/reset-password')({ validateSearch: search, component: ResetPassword });

function ResetPassword() {
  return <ResetPasswordPage token={Route.useSearch().token} />;
}
