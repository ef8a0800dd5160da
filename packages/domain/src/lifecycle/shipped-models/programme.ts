import { inBoth } from '#facts';
import { always, atRisk, bought, content, sure, topTier } from '#rules';
import type { LifecycleModel } from '../model.ts';
import { from, is, kpi, least, most, signal } from './declare-stage.ts';

const promoter = is('npsClass', 'PROMOTER');

/** Which programme of the company the customer is in (LIFECYCLE §3.4). */
export const programme: LifecycleModel = {
  key: 'programme',
  name: inBoth('Programme', 'Programa'),
  evaluationOrder: ['RETAIN', 'MAXIMISE', 'BUILD_LOYALTY', 'MAINTAIN', 'ACQUIRE'],
  stages: [
    {
      key: 'ACQUIRE', name: inBoth('Acquire', 'Adquirir'), rule: always,
      strategy: inBoth('Captivate, qualify and turn into an opportunity', 'Cautivar, calificar y convertir en oportunidad'),
      signals: [signal('An opportunity is open', 'Hay una oportunidad abierta', from('openOpportunities', 1))],
      kpiBounds: [kpi('Acquisition cost ≤ margin of the first year', 'Coste de captación ≤ margen del primer año')],
      npsBound: null, slaHours: 1, talkMinutes: 20,
    },
    {
      key: 'MAINTAIN', name: inBoth('Maintain', 'Mantener'), rule: bought,
      strategy: inBoth('Manage expectations and keep them: welcome, warranty, waiting, surveys',
        'Manejar expectativas y cumplir: bienvenida, garantía, esperas, encuestas'),
      signals: [signal('Second order within his rhythm', 'Segundo pedido dentro de su ritmo')],
      kpiBounds: [
        kpi('Satisfaction ≥ 4.2', 'Satisfacción ≥ 4,2', least('csat', 4.2)),
        kpi('Waiting ≤ 5 minutes', 'Espera ≤ 5 minutos', most('waitMinutes', 5)),
      ],
      npsBound: 20, slaHours: 4, talkMinutes: 8,
    },
    {
      key: 'BUILD_LOYALTY', name: inBoth('Build loyalty', 'Fidelizar'), rule: from('ordersCount', 2),
      strategy: inBoth('Distinct treatment and a loyalty programme by segment', 'Trato diferenciado y programa de lealtad por segmento'),
      signals: [
        signal('NPS of 9 or 10', 'NPS de 9 o 10', promoter),
        signal('Tier A or B', 'Nivel A o B', topTier),
        signal('Recommends us', 'Recomienda', from('referralsMade', 1)),
      ],
      kpiBounds: [kpi('Buy again ≥ 50 %', 'Vuelven a comprar ≥ 50 %', least('repurchaseShare', 50))],
      npsBound: 30, slaHours: 4, talkMinutes: 10,
    },
    {
      key: 'MAXIMISE', name: inBoth('Maximise', 'Maximizar'),
      rule: { and: [from('ordersCount', 3), content, { or: [sure(promoter), sure(topTier), from('referralsMade', 1)] }] },
      strategy: inBoth('More and better of what serves him; ask him to recommend us',
        'Más y mejor de lo que le sirve; pedir que recomiende'),
      signals: [signal('Stays; holds more products', 'Se mantiene; sube el número de productos')],
      kpiBounds: [
        kpi('Buys 10 % more from us a year', 'Nos compra un 10 % más al año', least('walletGrowth', 10)),
        kpi('Referrals ≥ 5 per 100', 'Recomendaciones ≥ 5 por cada 100', least('referralsPer100', 5)),
      ],
      npsBound: 50, slaHours: 2, talkMinutes: 15,
    },
    {
      key: 'RETAIN', name: inBoth('Retain', 'Retener'),
      rule: {
        and: [bought, {
          or: [
            atRisk,
            sure({ and: [{ fact: 'overdueAmount', is: 'gt', value: 0 }, { fact: 'overdueSince', is: 'daysSince', compare: 'ge', days: 30 }] }),
          ],
        }],
      },
      strategy: inBoth('Listen, offer according to his value, collect with tact or part well',
        'Escuchar, ofrecer según su valor, cobrar con tacto o despedir bien'),
      signals: [signal('Complaint closed', 'Reclamación cerrada'), signal('New order', 'Nuevo pedido')],
      kpiBounds: [
        kpi('≤ 10 % of the buyers: few by design', '≤ 10 % de los compradores: pocos a propósito', most('shareOfBuyers', 10)),
        kpi('Saved ≥ 30 %', 'Retenidos ≥ 30 %', least('savedShare', 30)),
      ],
      npsBound: -10, slaHours: 1, talkMinutes: 20,
    },
  ],
};
