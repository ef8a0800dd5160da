import type { MergePreviewQuery } from '#operations';
import type { CSSProperties } from 'react';

/** Customers side by side, as the server proposes to make them one. */
export type MergePreview = NonNullable<MergePreviewQuery['mergePreview']>;

export type MergeSide = MergePreview['customers'][number];

const colours = ['indigo', 'cyan', 'amber', 'violet', 'green'] as const;

/** The colour by which a customer is known again, by his place. */
export const sideColour = (at: number) => ({ '--side': `var(--stage-${colours[at % colours.length]})` }) as CSSProperties;
