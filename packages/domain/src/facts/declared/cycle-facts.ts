import { declareFact, inBoth } from '../declare-fact.ts';
import type { FactDefinition } from '../fact.ts';
import { cycleOutcomes, cyclePhases } from '../fact-values.ts';

const noClosedCycle = inBoth('no closed cycle (not lost)', 'ningún ciclo cerrado (no perdido)');
const never = inBoth('never', 'nunca');
const count = { unit: 'count' } as const;
const ofLeads = { mark: 'lead' } as const;
const ofOpportunities = { mark: 'opportunity' } as const;

const { CLOSED: _closed, ...openPhases } = cyclePhases;
/** AFTER_SALES becomes AfterSales, as fact names are written. */
const inFactName = (phase: string): string =>
  phase.split('_').map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join('');

/** Leads, cycles, opportunities and quotes. */
export const cycleFacts: readonly FactDefinition[] = [
  declareFact('openLeads', 'integer', ['E', '2'], inBoth('Open leads', 'Leads abiertos'), null, { ...count, ...ofLeads }),
  declareFact('lastLeadAt', 'instant', ['C', '2'], inBoth('Last lead', 'Último lead'), inBoth('no lead', 'sin leads'), ofLeads),
  declareFact('responseDueAt', 'instant', ['C', '2'], inBoth('First response due', 'Límite de primera respuesta'), inBoth('nothing waits', 'nada espera'), ofLeads),
  declareFact('nurtureUntil', 'instant', ['C', '2'], inBoth('Nurtured until', 'En maduración hasta'), inBoth('not recycled', 'sin reciclar'), ofLeads),
  declareFact('leadScore', 'integer', ['E', 'Q'], inBoth('Lead score', 'Puntuación del lead'), inBoth('no open lead', 'sin leads abiertos'), { unit: 'score', ...ofLeads }),
  declareFact('cyclesStarted', 'integer', ['E', '2'], inBoth('Cycles started', 'Ciclos iniciados'), null, count),
  declareFact('cyclesClosed', 'integer', ['E', '2'], inBoth('Cycles closed', 'Ciclos cerrados'), null, count),
  ...Object.entries(openPhases).map(([phase, label]) =>
    declareFact(`openIn${inFactName(phase)}`, 'integer', ['E', '2'],
      inBoth(`Cycles in “${label.en}”`, `Ciclos en «${label.es}»`), null, count)),
  declareFact('phaseSince', 'instant', ['C', '2'], inBoth('In the phase since', 'En la fase desde'), inBoth('no open cycle', 'ningún ciclo abierto')),
  declareFact('windowEndsAt', 'instant', ['C', '2'], inBoth('After-sales ends', 'Fin de posventa'), inBoth('none in after-sales', 'ninguno en posventa')),
  declareFact('lastCycleOutcome', 'enum', ['E', '2'], inBoth('Outcome of the last cycle', 'Resultado del último ciclo'), noClosedCycle, { valueLabels: cycleOutcomes }),
  declareFact('lastLostInPhase', 'enum', ['E', '2'], inBoth('Lost in', 'Perdido en'), noClosedCycle, { valueLabels: openPhases }),
  declareFact('lastCycleClosedAt', 'instant', ['C', '2'], inBoth('Last cycle closed', 'Último ciclo cerrado el'), noClosedCycle),
  declareFact('openOpportunities', 'integer', ['E', '2'], inBoth('Open opportunities', 'Oportunidades abiertas'), null, { ...count, ...ofOpportunities }),
  declareFact('openAmount', 'integer', ['E', '2'], inBoth('Open amount', 'Importe abierto'), null, { unit: 'money', mark: 'revenue' }),
  declareFact('lastWonAt', 'instant', ['C', '2'], inBoth('Last won', 'Última ganada'), never, ofOpportunities),
  declareFact('lastLostAt', 'instant', ['C', '2'], inBoth('Last lost', 'Última perdida'), never, ofOpportunities),
  declareFact('lastLossReason', 'enum', ['E', '2'], inBoth('Reason of the last loss', 'Motivo de la última pérdida'), never, ofOpportunities),
  declareFact('liveQuotes', 'integer', ['E', 'Q'], inBoth('Live quotes', 'Cotizaciones vivas'), null, { ...count, ...ofOpportunities }),
  declareFact('quoteExpiresAt', 'instant', ['C', 'Q'], inBoth('Quote expires', 'Cotización vence'), inBoth('none live', 'ninguna viva'), ofOpportunities),
];
