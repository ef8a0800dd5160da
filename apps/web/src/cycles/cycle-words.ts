import type { StageColor } from '#design';
import { m } from '#words';
import { churnReasons, cycleOutcomes, cyclePhases } from '@orbita/domain/facts';
import { type OpenPhase, openPhases } from '@orbita/domain/cycles';

type Language = 'en' | 'es';

export const phases = openPhases;

export const phaseWord = (phase: string, language: Language): string => cyclePhases[phase]?.[language] ?? phase;
export const outcomeWord = (outcome: string, language: Language): string => cycleOutcomes[outcome]?.[language] ?? outcome;
export const churnReasonWord = (reason: string, language: Language): string => churnReasons[reason]?.[language] ?? reason;

export const phaseColors: Readonly<Record<OpenPhase, StageColor>> = {
  TRACTION: 'slate', QUALIFICATION: 'blue', OPPORTUNITY: 'cyan', QUOTATION: 'indigo', DELIVERY: 'violet', BILLING: 'amber', AFTER_SALES: 'green',
};

export const colorOfPhase = (phase: string): StageColor => phaseColors[phase as OpenPhase] ?? 'slate';

export const outcomeColors: Readonly<Record<string, StageColor>> = {
  RECURRENT: 'green', REFERRED: 'cyan', RECURRENT_AND_REFERRED: 'indigo', LOST: 'red', DISQUALIFIED: 'slate',
};

const originWords: Readonly<Record<string, () => string>> = {
  NEW: m.cycles_origin_new, RECURRENT: m.cycles_origin_recurrent, REFERRED: m.cycles_origin_referred, RENEWAL: m.cycles_origin_renewal,
  WIN_BACK: m.cycles_origin_win_back,
};

export const originWord = (origin: string): string => originWords[origin]?.() ?? origin;
