import type { Bilingual } from '#facts';
import type { KnownCustomer } from '#quality';

/** What a proposal fills in: a website is a further contact point, a tag a further tag, the rest stands empty until then. */
export const enrichmentFields = ['website', 'name', 'language', 'country', 'province', 'tags'] as const;

export type EnrichmentField = (typeof enrichmentFields)[number];

/** What the interface calls each. */
export const enrichmentFieldLabels: Readonly<Record<EnrichmentField, Bilingual>> = {
  website: { en: 'Website', es: 'Sitio web' },
  name: { en: 'Given and family name', es: 'Nombre y apellidos' },
  language: { en: 'Language', es: 'Idioma' },
  country: { en: 'Country', es: 'País' },
  province: { en: 'Province', es: 'Provincia' },
  tags: { en: 'Tag', es: 'Etiqueta' },
};

/** Follows from what is known by an official rule, or is so mostly. */
export const enrichmentConfidences = ['CERTAIN', 'LIKELY'] as const;

export type EnrichmentConfidence = (typeof enrichmentConfidences)[number];

/** What could be filled in, and why it is thought so. */
export interface EnrichmentProposal {
  readonly field: EnrichmentField;
  readonly value: string;
  readonly because: Bilingual;
  readonly confidence: EnrichmentConfidence;
}

/**
 * One who knows more of customers. `reads` says what he is told of a customer, and that is all that he gets: one who asks
 * over the network gives away no more than it names. May take its time; a failure of his leaves what he proposed before.
 */
export interface Enricher {
  /** Stable: what it proposed is kept under this name. */
  readonly name: string;
  readonly reads: readonly (keyof KnownCustomer)[];
  propose(known: Partial<KnownCustomer>): readonly EnrichmentProposal[] | Promise<readonly EnrichmentProposal[]>;
}
