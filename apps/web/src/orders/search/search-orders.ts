import { apiClient } from '#api-client';
import { SearchOrdersDocument } from '#operations';
import type { PaletteSearch } from '#shell';

/** Orders by the beginning or the end of their number: only what has a digit can be one. */
export const searchOrders: PaletteSearch = async (text, signal) => {
  if (!/\d/.test(text)) return [];
  const { data } = await apiClient.query({
    query: SearchOrdersDocument, variables: { text }, fetchPolicy: 'no-cache', context: { fetchOptions: { signal } },
  });
  return (data?.orders.edges ?? []).map(({ node: { id, number, customer } }) => ({ id, kind: 'orders' as const, label: number, detail: customer.name, href: `/orders/${id}` }));
};
