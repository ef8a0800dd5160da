import type { Bilingual } from '#facts';

/** Why a person is erased: GDPR article 17 (1). A code and no text, which could name him. */
export const erasureReasons = ['REQUEST', 'CONSENT_WITHDRAWN', 'OBJECTION', 'NO_LONGER_NEEDED', 'UNLAWFUL', 'LEGAL_OBLIGATION'] as const;

export type ErasureReason = (typeof erasureReasons)[number];

export const erasureReasonLabels: Readonly<Record<ErasureReason, Bilingual>> = {
  REQUEST: { en: 'He asked for it', es: 'Lo ha solicitado' },
  CONSENT_WITHDRAWN: { en: 'He withdrew his consent', es: 'Ha retirado su consentimiento' },
  OBJECTION: { en: 'He objects to the use of his data', es: 'Se opone al tratamiento' },
  NO_LONGER_NEEDED: { en: 'His data are no longer needed', es: 'Los datos ya no son necesarios' },
  UNLAWFUL: { en: 'His data should not have been kept', es: 'El tratamiento no era lícito' },
  LEGAL_OBLIGATION: { en: 'A law or a court demands it', es: 'Lo exige una ley o un juez' },
};
