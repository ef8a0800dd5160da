import { OpportunityTotalsDocument } from '#operations';
import { useQuery } from '@apollo/client/react';
import type { OpportunityStatus } from '@orbita/domain/opportunities';
import type { OpportunityQuestion } from '../opportunities-search.ts';
import { Sums } from '../sums.tsx';
import { useRenewed } from './use-renewed.ts';

interface ListedSumsProps {
  readonly question: OpportunityQuestion;
  readonly status: OpportunityStatus | undefined;
  /** Another each time something happened to one of the pipeline. */
  readonly renewed: unknown;
}

/** What a table lists, over everything that matches and not over the rows that are read. */
export function ListedSums({ question, status, renewed }: ListedSumsProps) {
  const { data, refetch } = useQuery(OpportunityTotalsDocument, { variables: { ...question, status }, fetchPolicy: 'cache-and-network' });
  useRenewed(renewed, refetch);
  if (!data) return null;
  const { totalCount, totals } = data.opportunities;
  return <Sums listed count={totalCount} amount={totals.amount?.amount ?? null} weighted={totals.weightedAmount?.amount ?? null} />;
}
