import { apiClient } from '#api-client';
import { SearchOpportunitiesDocument } from '#operations';
import type { PaletteSearch } from '#shell';

/** Opportunities by their title or whose they are, the latest first. */
export const searchOpportunities: PaletteSearch = async (text, signal) => {
  const { data } = await apiClient.query({
    query: SearchOpportunitiesDocument, variables: { text }, fetchPolicy: 'no-cache', context: { fetchOptions: { signal } },
  });
  return (data?.opportunities.edges ?? []).map(({ node: { id, title, customerName } }) => ({ id, kind: 'opportunities' as const, label: title, detail: customerName, href: `/opportunities/${id}` }));
};
