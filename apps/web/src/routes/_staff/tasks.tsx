import { createFileRoute, redirect } from '@tanstack/react-router';

/** The address people guess. */
export const Route = createFileRoute('/_staff/tasks')({
  beforeLoad: () => {
    throw redirect({ to: '/inbox' });
  },
});
