import { inBoth } from '#facts';
import { always, atRisk, bought, lapsed, onNotice, sure, topTier } from '#rules';
import type { LifecycleModel } from '../model.ts';
import { from, kpi, least, reached, signal } from './declare-stage.ts';

/** What there is to sell, to keep and to win back (LIFECYCLE §3.5). */
export const commercial: LifecycleModel = {
  key: 'commercial',
  name: inBoth('Commercial', 'Comercial'),
  evaluationOrder: ['RECOVERY', 'CHURN_PREVENTION', 'LOYALTY', 'CROSS_SELL', 'ACQUISITION'],
  stages: [
    {
      key: 'ACQUISITION', name: inBoth('Acquisition', 'Captación'), rule: always,
      strategy: inBoth('Mix advertising (short term) and recommendation (long)', 'Mezclar publicidad (corto plazo) y recomendación (largo)'),
      signals: [signal('First order', 'Primer pedido', bought)],
      kpiBounds: [kpi('Referred ≥ 30 % of the new ones', 'Recomendados ≥ 30 % de los nuevos', least('referredShare', 30))],
      npsBound: null, slaHours: 1, talkMinutes: 20,
    },
    {
      key: 'CROSS_SELL', name: inBoth('Cross-sell', 'Venta cruzada'), rule: bought,
      strategy: inBoth('Sort, prioritise, discount by segment and measure', 'Ordenar, priorizar, descontar por segmento y medir'),
      signals: [signal('Buys from another family', 'Compra otra familia', from('categoriesHeld', 2))],
      kpiBounds: [kpi('Offers accepted ≥ 8 %', 'Ofertas aceptadas ≥ 8 %', least('offerAcceptance', 8))],
      npsBound: 20, slaHours: 4, talkMinutes: 12,
    },
    {
      key: 'LOYALTY', name: inBoth('Loyalty', 'Fidelización'),
      rule: {
        and: [
          from('ordersCount', 2),
          { or: [from('productsHeld', 3), sure(topTier), from('referralsMade', 1), from('orders12m', 4)] },
        ],
      },
      strategy: inBoth('Additional contacts with a plan; more means for who is worth more',
        'Contactos adicionales con plan; más medios a quien más vale'),
      signals: [
        signal('100 % of his rhythm without an order', '100 % de su ritmo sin pedir', reached('expectedNextOrderAt')),
        signal('NPS falls', 'NPS baja'),
      ],
      kpiBounds: [kpi('Kept ≥ 85 % a year', 'Conservados ≥ 85 % al año', least('retentionShare', 85))],
      npsBound: 40, slaHours: 2, talkMinutes: 12,
    },
    {
      key: 'CHURN_PREVENTION', name: inBoth('Churn prevention', 'Prevención de fuga'), rule: { and: [bought, atRisk] },
      strategy: inBoth('An alarm whose argument and lever are defined beforehand',
        'Alarma con argumentario y palanca definidos de antemano'),
      signals: [signal('Alarm without an answer', 'Alarma sin respuesta'), signal('Notice given', 'Baja comunicada', onNotice)],
      kpiBounds: [
        kpi('Contacted in 2 days ≥ 95 %', 'Contactados en 2 días ≥ 95 %', least('contactedInTwoDays', 95)),
        kpi('Saved ≥ 30 %', 'Retenidos ≥ 30 %', least('savedShare', 30)),
      ],
      npsBound: -10, slaHours: 1, talkMinutes: 20,
    },
    {
      key: 'RECOVERY', name: inBoth('Recovery', 'Recuperación'), rule: { and: [bought, lapsed] },
      strategy: inBoth('Record the reason and come back with a lever according to his value',
        'Registrar el motivo y volver con una palanca según su valor'),
      signals: [signal('Answers', 'Responde'), signal('Opens a lead', 'Abre un lead', from('openLeads', 1))],
      kpiBounds: [
        kpi('Reason known ≥ 80 %', 'Motivo conocido ≥ 80 %', least('reasonKnownShare', 80)),
        kpi('Won back ≥ 10 %', 'Recuperados ≥ 10 %', least('wonBackShare', 10)),
      ],
      npsBound: null, slaHours: 4, talkMinutes: 15,
    },
  ],
};
