import * as z from 'zod/mini';

/** Whom the page puts side by side: ids, with commas between. */
export const mergeSearch = z.object({ ids: z.optional(z.catch(z.string(), '')) });
export type MergeSearch = z.infer<typeof mergeSearch>;

export const idsOf = ({ ids }: MergeSearch): string[] => [...new Set(ids?.split(',').filter(Boolean))];

/** The page where these are put side by side and made one. */
export const mergeAddress = (customers: readonly { readonly id: string }[]): string => `/customers/merge?ids=${customers.map(({ id }) => id).join(',')}`;

export const searchOf = (ids: readonly string[]): MergeSearch => ({ ids: ids.join(',') || undefined });
