import { EmptyState, ErrorState, SkeletonRows, usePageTitle } from '#design';
import { m } from '#words';
import { IconMapOff } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import styles from './page-problem.module.css';

/** The same without a frame around it: before the shell could be drawn. */
export const WholePageProblem = (props: { readonly reset: () => void }) => <main className={styles.whole}><PageProblem {...props} /></main>;
export const WholePageNotFound = () => <main className={styles.whole}><NotFoundPage /></main>;

/** A page that could not be drawn or fetched. */
export function PageProblem({ reset }: { readonly reset: () => void }) {
  const router = useRouter();
  usePageTitle(m.design_error_title());
  return <ErrorState onRetry={() => void router.invalidate().then(reset)} />;
}

export function NotFoundPage() {
  const navigate = useNavigate();
  usePageTitle(m.shell_not_found_title());
  return (
    <EmptyState
      icon={IconMapOff} text={m.shell_not_found()}
      action={{ label: m.shell_go_home(), keys: 'g h', onAct: () => void navigate({ to: '/' }) }}
    />
  );
}

export const PendingPage = () => <SkeletonRows rows={12} />;
