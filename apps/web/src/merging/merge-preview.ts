import type { MergePreviewQuery } from '#operations';

/** Two customers side by side, as the server proposes to make them one. */
export type MergePreview = NonNullable<MergePreviewQuery['mergePreview']>;
