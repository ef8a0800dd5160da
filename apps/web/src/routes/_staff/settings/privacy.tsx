import { ErasuresPage } from '#privacy';
import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_staff/settings/privacy')({ component: Erasures });

function Erasures() {
  return <ErasuresPage />;
}
