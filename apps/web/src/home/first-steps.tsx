import { EmptyState } from '#design';
import { m } from '#words';
import { IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';

/** A house without customers: where to begin. */
export function FirstSteps() {
  const navigate = useNavigate();
  return <EmptyState icon={IconUsers} text={m.home_first_steps()} action={{ label: m.home_to_customers(), keys: 'g c', onAct: () => void navigate({ to: '/customers' }) }} />;
}
