import { ImportsPage } from '#imports';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/imports/')({ component: Imports });

function Imports() {
  return <ImportsPage />;
}
