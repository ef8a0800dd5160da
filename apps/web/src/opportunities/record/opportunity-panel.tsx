import { ErrorState, SidePanel, SkeletonRows } from '#design';
import { m } from '#words';
import { OpportunitySheet } from './opportunity-sheet.tsx';
import { useOpportunity } from './use-opportunity.ts';

interface OpportunityPanelProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onChanged?: () => void;
  /** Another one, in its place. */
  readonly onOpen?: ((id: string) => void) | undefined;
}

/** An opportunity beside the page that one looks at. */
export function OpportunityPanel({ id, onClose, onChanged, onOpen }: OpportunityPanelProps) {
  const { opportunity, asked, renewing, error, refetch } = useOpportunity(id);
  const changed = () => {
    void refetch().catch(() => {});
    onChanged?.();
  };
  return (
    <SidePanel title={opportunity?.title ?? m.opportunities_opportunity()} onClose={onClose} size="large">
      {opportunity ? <OpportunitySheet opportunity={opportunity} renewing={renewing} onChanged={changed} onOpen={onOpen} />
        : error ? <ErrorState error={error} onRetry={() => void refetch()} /> : asked ? <p>{m.opportunities_gone()}</p> : <SkeletonRows rows={10} />}
    </SidePanel>
  );
}
