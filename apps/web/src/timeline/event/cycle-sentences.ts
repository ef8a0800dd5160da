import { churnReasonWord, originWord, outcomeWord, phaseWord } from '#cycles';
import { dateFormat } from '#design';
import { m } from '#words';
import { type ToldEvent, valuesOf } from './event.ts';

type Language = 'en' | 'es';

const text = (event: ToldEvent, key: string): string => {
  const value = valuesOf(event.payload)[key];
  return typeof value === 'string' ? value : '';
};

/** A day as it reads in a sentence. */
export function dayOf(date: string, language: Language): string {
  return date ? dateFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(date)) : '';
}

function closed(event: ToldEvent, language: Language): string {
  const phase = text(event, 'lostInPhase');
  return phase ? m.timeline_cycle_lost({ phase: phaseWord(phase, language) }) : m.timeline_cycle_closed({ outcome: outcomeWord(text(event, 'outcome'), language) });
}

/** What the product tells of cycles, and of how a customer came and goes. */
export const cycleSentences: Readonly<Record<string, (event: ToldEvent, language: Language) => string>> = {
  cycleOpened: (event, language) => m.timeline_cycle_opened({ origin: originWord(text(event, 'origin')).toLocaleLowerCase(language), phase: phaseWord(text(event, 'phase'), language) }),
  cycleMoved: (event, language) => m.timeline_cycle_moved({ phase: phaseWord(text(event, 'to'), language) }),
  cycleClosed: closed,
  contractTerminated: (event, language) => m.timeline_contract_terminated({ number: event.order?.number ?? m.timeline_unknown_order(), date: dayOf(text(event, 'effectiveOn'), language) }),
  customerLeft: (event, language) => m.timeline_left({ reason: churnReasonWord(text(event, 'reason'), language) }),
  departureWithdrawn: () => m.timeline_departure_withdrawn(),
  referrerSet: () => m.timeline_referrer_set(),
  acquisitionCostSet: () => m.timeline_acquisition_cost_set(),
};
