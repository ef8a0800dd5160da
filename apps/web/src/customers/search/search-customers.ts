import { apiClient } from '#api-client';
import { SearchCustomersDocument } from '#operations';
import type { PaletteSearch } from '#shell';

/** What the palette asks while one types. */
export const searchCustomers: PaletteSearch = async (text, signal) => {
  const { data } = await apiClient.query({
    query: SearchCustomersDocument, variables: { text, first: 6 }, fetchPolicy: 'no-cache', context: { fetchOptions: { signal } },
  });
  return (data?.searchCustomers ?? []).map(({ id, name, city, country }) => {
    const place = [city, country].filter(Boolean).join(', ');
    return { id, kind: 'customers' as const, label: name, href: `/customers/${id}`, ...(place ? { detail: place } : {}) };
  });
};
