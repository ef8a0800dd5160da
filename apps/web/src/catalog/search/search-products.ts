import { apiClient } from '#api-client';
import { SearchProductsDocument } from '#operations';
import type { PaletteSearch } from '#shell';

/** Products by name or code. */
export const searchProducts: PaletteSearch = async (text, signal) => {
  const { data } = await apiClient.query({
    query: SearchProductsDocument, variables: { text }, fetchPolicy: 'no-cache', context: { fetchOptions: { signal } },
  });
  return (data?.products.edges ?? []).map(({ node: { id, code, name } }) => ({ id, kind: 'products' as const, label: name, detail: code, href: `/products?product=${id}` }));
};
