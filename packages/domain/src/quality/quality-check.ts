import type { Instant } from '#calendar';
import type { Bilingual } from '#facts';
import type { KnownCustomer } from './known-customer.ts';

/** What a check looks at, of the dimensions of data quality in ISO/IEC 25012 and DAMA-DMBOK. */
export const qualityDimensions = ['COMPLETENESS', 'VALIDITY', 'CONSISTENCY', 'TIMELINESS', 'UNIQUENESS'] as const;

export type QualityDimension = (typeof qualityDimensions)[number];

/** How much is lost while it fails: he cannot be reached or billed, work goes wrong now and then, or a nicety is missing. */
export const qualitySeverities = ['HIGH', 'MEDIUM', 'LOW'] as const;

export type QualitySeverity = (typeof qualitySeverities)[number];

/** Where a failed check is mended. */
export const qualityFields = [
  'name', 'kind', 'taxId', 'language', 'preferredChannel', 'source', 'owner', 'contactPoints', 'address', 'contacts', 'consents', 'duplicates', 'activities',
] as const;

export type QualityField = (typeof qualityFields)[number];

/** One thing that should hold of what is known of a customer. */
export interface QualityCheck {
  readonly key: string;
  readonly dimension: QualityDimension;
  readonly severity: QualitySeverity;
  /** Share of the score, in points; what does not apply to a customer counts for nothing. */
  readonly weight: number;
  readonly field: QualityField;
  readonly label: Bilingual;
  /** What to do about it. */
  readonly advice: Bilingual;
  /** Null when it does not apply to him. */
  readonly holds: (known: KnownCustomer, now: Instant) => boolean | null;
}
