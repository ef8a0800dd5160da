import { apiClient } from '#api-client';
import { SearchSegmentsDocument } from '#operations';
import type { PaletteSearch } from '#shell';

/** Segments by part of their name. */
export const searchSegments: PaletteSearch = async (text, signal) => {
  const { data } = await apiClient.query({
    query: SearchSegmentsDocument, variables: { text }, fetchPolicy: 'no-cache', context: { fetchOptions: { signal } },
  });
  return (data?.segments.edges ?? []).map(({ node: { id, name, description } }) =>
    ({ id, kind: 'segments' as const, label: name, href: `/segments/${id}`, ...(description ? { detail: description } : {}) }));
};
