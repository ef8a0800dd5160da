import { type Bilingual, inBoth } from '#facts';

/** Why a lead ends without an opportunity. */
export const disqualificationReasons = [
  'NO_NEED', 'NO_BUDGET', 'NO_AUTHORITY', 'WRONG_TIMING', 'UNREACHABLE', 'COMPETITOR', 'DUPLICATE', 'SPAM', 'OTHER',
] as const;

export type DisqualificationReason = (typeof disqualificationReasons)[number];

/** What the interface calls each reason. */
export const disqualificationReasonLabels: Readonly<Record<DisqualificationReason, Bilingual>> = {
  NO_NEED: inBoth('No need', 'Sin necesidad'),
  NO_BUDGET: inBoth('No budget', 'Sin presupuesto'),
  NO_AUTHORITY: inBoth('Does not decide', 'No decide'),
  WRONG_TIMING: inBoth('Wrong moment', 'No es el momento'),
  UNREACHABLE: inBoth('Cannot be reached', 'Ilocalizable'),
  COMPETITOR: inBoth('Chose or is a competitor', 'Competencia'),
  DUPLICATE: inBoth('Duplicate', 'Duplicado'),
  SPAM: inBoth('Spam', 'Spam'),
  OTHER: inBoth('Other', 'Otro'),
};
