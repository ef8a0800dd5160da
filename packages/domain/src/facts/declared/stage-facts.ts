import { declareFact, inBoth } from '../declare-fact.ts';
import type { Bilingual, FactDefinition } from '../fact.ts';
import { cyclePhases } from '../fact-values.ts';

type Labels = Readonly<Record<string, Bilingual>>;

/** The three facts of one lifecycle model: the stage, since when, and the one before. `stages` lists them in display order. */
export function stageFactsOf(model: string, name: Bilingual, stages: Labels): readonly FactDefinition[] {
  return [
    declareFact(`stage.${model}`, 'enum', ['E', '2'], inBoth(`Stage · ${name.en}`, `Etapa · ${name.es}`), null, { valueLabels: stages }),
    declareFact(`stageSince.${model}`, 'instant', ['C', '2'], inBoth(`In the stage since · ${name.en}`, `En la etapa desde · ${name.es}`), null),
    declareFact(`previousStage.${model}`, 'enum', ['E', '2'], inBoth(`Stage before · ${name.en}`, `Etapa anterior · ${name.es}`),
      inBoth('none yet', 'todavía ninguna'), { valueLabels: stages }),
  ];
}

const operational: Labels = {
  FIRST_CONTACT: inBoth('First contact', 'Primer contacto'),
  FIRST_PURCHASE: inBoth('First purchase', 'Primera compra'),
  FOLLOW_UP: inBoth('Follow-up', 'Seguimiento'),
  AFTER_SALES: inBoth('After-sales', 'Posventa'),
  RENEWAL_AND_GROWTH: inBoth('Renewal and growth', 'Renovación y crecimiento'),
};
const value: Labels = {
  INTRODUCTION: inBoth('Introduction', 'Introducción'),
  GROWTH: inBoth('Growth', 'Crecimiento'),
  MATURITY: inBoth('Maturity', 'Madurez'),
  DECLINE: inBoth('Decline', 'Declive'),
};
const programme: Labels = {
  ACQUIRE: inBoth('Acquire', 'Adquirir'),
  MAINTAIN: inBoth('Maintain', 'Mantener'),
  BUILD_LOYALTY: inBoth('Build loyalty', 'Fidelizar'),
  MAXIMISE: inBoth('Maximise', 'Maximizar'),
  RETAIN: inBoth('Retain', 'Retener'),
};
const commercial: Labels = {
  ACQUISITION: inBoth('Acquisition', 'Captación'),
  CROSS_SELL: inBoth('Cross-sell', 'Venta cruzada'),
  LOYALTY: inBoth('Loyalty', 'Fidelización'),
  CHURN_PREVENTION: inBoth('Churn prevention', 'Prevención de fuga'),
  RECOVERY: inBoth('Recovery', 'Recuperación'),
};

/** Where the customer stands in the five models that ship with the product. */
export const stageFacts: readonly FactDefinition[] = [
  ...stageFactsOf('operational', inBoth('Operational', 'Operativo'), operational),
  ...stageFactsOf('digital', inBoth('Digital journey', 'Recorrido digital'), cyclePhases),
  ...stageFactsOf('value', inBoth('Value', 'Valor'), value),
  ...stageFactsOf('programme', inBoth('Programme', 'Programa'), programme),
  ...stageFactsOf('commercial', inBoth('Commercial', 'Comercial'), commercial),
];
