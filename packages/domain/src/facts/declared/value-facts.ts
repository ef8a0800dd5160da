import { declareFact, inBoth } from '../declare-fact.ts';
import type { FactDefinition } from '../fact.ts';
import { rfmSegments, valueTiers } from '../fact-values.ts';

const fewBuyers = inBoth('fewer than 25 buyers', 'menos de 25 compradores');
const noScore = inBoth('fewer than 25 buyers, or no order in two years', 'menos de 25 compradores, o sin pedidos en dos años');
const noModel = inBoth('model not fitted or refused', 'modelo sin ajustar o rechazado');
const count = { unit: 'count' } as const;
const score = { unit: 'score' } as const;
const margin = { unit: 'money', mark: 'margin' } as const;

/** What the customer is worth beside the others, and whom he recommends. */
export const valueFacts: readonly FactDefinition[] = [
  declareFact('rfmRecency', 'integer', ['P', '1'], inBoth('RFM: R', 'RFM: R'), noScore, score),
  declareFact('rfmFrequency', 'integer', ['P', '1'], inBoth('RFM: F', 'RFM: F'), noScore, score),
  declareFact('rfmMonetary', 'integer', ['P', '1'], inBoth('RFM: M', 'RFM: M'), noScore, { unit: 'score', mark: 'revenue' }),
  declareFact('rfmSegment', 'enum', ['P', '1'], inBoth('RFM segment', 'Segmento RFM'), fewBuyers, { valueLabels: rfmSegments }),
  declareFact('valueTier', 'enum', ['P', '1'], inBoth('Value tier', 'Nivel de valor'), fewBuyers, { valueLabels: valueTiers }),
  declareFact('acquisitionCost', 'integer', ['E', '2'], inBoth('Acquisition cost', 'Coste de captación'), inBoth('not recorded', 'sin registrar'), margin),
  declareFact('contributionTotal', 'integer', ['E', 'G'], inBoth('Contribution to date', 'Contribución acumulada'),
    inBoth('margin or acquisition cost unknown', 'margen o coste de captación desconocidos'), margin),
  declareFact('expectedValue12m', 'integer', ['P', 'G'], inBoth('Expected value, 12 months', 'Valor esperado 12 meses'), noModel, margin),
  declareFact('churnProbability', 'integer', ['P', 'G'], inBoth('Churn probability', 'Probabilidad de fuga'), noModel, { unit: 'percent' }),
  declareFact('referredBy', 'id', ['E', '2'], inBoth('Referred by', 'Recomendado por'), inBoth('nobody', 'nadie'), { references: 'customer' }),
  declareFact('referralsMade', 'integer', ['E', '2'], inBoth('Referrals made', 'Recomendaciones'), null, count),
  declareFact('referralsWon', 'integer', ['E', '2'], inBoth('Referrals that bought', 'Recomendaciones que compraron'), null, count),
];
