import { inBoth } from '#facts';
import { always, bought, sure } from '#rules';
import type { LifecycleModel } from '../model.ts';
import { from, is, kpi, least, most, reached, signal } from './declare-stage.ts';

/** How far the customer has come with us, and what he needs there (LIFECYCLE §3.1). */
export const operational: LifecycleModel = {
  key: 'operational',
  name: inBoth('Operational', 'Operativo'),
  evaluationOrder: ['RENEWAL_AND_GROWTH', 'FOLLOW_UP', 'AFTER_SALES', 'FIRST_PURCHASE', 'FIRST_CONTACT'],
  stages: [
    {
      key: 'FIRST_CONTACT', name: inBoth('First contact', 'Primer contacto'), rule: always,
      strategy: inBoth('Get to know before selling: the key information to the right person at the right moment',
        'Conocer antes de vender: la información clave a la persona adecuada en el momento justo'),
      signals: [
        signal('A lead of his is being qualified', 'Un lead suyo está en cualificación', from('openInQualification', 1)),
        signal('Asks for a price or a date', 'Pide precio o plazo'),
      ],
      kpiBounds: [
        kpi('Median stay ≤ 14 days', 'Estancia mediana ≤ 14 días', most('medianDays', 14)),
        kpi('Move on to first purchase ≥ 25 %', 'Pasan a primera compra ≥ 25 %', least('moveOnShare', 25)),
      ],
      npsBound: 0, slaHours: 1, talkMinutes: 20,
    },
    {
      key: 'FIRST_PURCHASE', name: inBoth('First purchase', 'Primera compra'), rule: from('openOpportunities', 1),
      strategy: inBoth('Sales, marketing and finance in unison: clear obstacles and speed up the decision',
        'Ventas, marketing y finanzas al unísono: quitar trabas y acelerar la decisión'),
      signals: [signal('Asks for a contract', 'Pide contrato'), signal('Shares payment details', 'Comparte datos de pago')],
      kpiBounds: [
        kpi('Median stay ≤ 45 days', 'Estancia mediana ≤ 45 días', most('medianDays', 45)),
        kpi('Won ≥ 30 %', 'Ganadas ≥ 30 %', least('winShare', 30)),
      ],
      npsBound: 10, slaHours: 4, talkMinutes: 15,
    },
    {
      key: 'FOLLOW_UP', name: inBoth('Follow-up', 'Seguimiento'),
      rule: { and: [bought, { or: [sure(from('undeliveredOrders', 1)), { fact: 'lastOrderAt', is: 'daysSince', compare: 'lt', days: 14 }] }] },
      strategy: inBoth('Keep what was promised and tell him before he asks; welcome him',
        'Cumplir lo prometido e informar sin que lo pregunte; bienvenida'),
      signals: [
        signal('Delivery complete', 'Entrega completa', is('undeliveredOrders', 0)),
        signal('First question about its use', 'Primera duda de uso'),
      ],
      kpiBounds: [
        kpi('Late ≤ 5 %', 'Tarde ≤ 5 %', most('lateShare', 5)),
        kpi('Median stay ≤ 21 days', 'Estancia mediana ≤ 21 días', most('medianDays', 21)),
      ],
      npsBound: 20, slaHours: 4, talkMinutes: 8,
    },
    {
      key: 'AFTER_SALES', name: inBoth('After-sales', 'Posventa'), rule: bought,
      strategy: inBoth('May he use and enjoy what he bought; turn use into recommendation',
        'Que use y disfrute lo comprado; convertir el uso en recomendación'),
      signals: [
        signal('75 % of his rhythm', '75 % de su ritmo', reached('nextOfferAt')),
        signal('NPS of 9 or 10', 'NPS de 9 o 10', is('npsClass', 'PROMOTER')),
        signal('Asks about another product', 'Pregunta por otro producto'),
      ],
      kpiBounds: [kpi('Complaints ≤ 3 per 100 customers a month', 'Reclamaciones ≤ 3 al mes por cada 100 clientes', most('complaintsPer100', 3))],
      npsBound: 30, slaHours: 8, talkMinutes: 8,
    },
    {
      key: 'RENEWAL_AND_GROWTH', name: inBoth('Renewal and growth', 'Renovación y crecimiento'),
      rule: {
        and: [bought, {
          or: [
            from('orders12m', 3), from('openOpportunities', 1),
            sure({ fact: 'contractEndsAt', is: 'daysUntil', compare: 'le', days: 90 }), reached('nextOfferAt'),
          ],
        }],
      },
      strategy: inBoth('Go over his circumstances: the same, more, or something else?',
        'Repasar sus circunstancias: ¿lo mismo, más o algo distinto?'),
      signals: [signal('Returns to follow-up when he orders', 'Vuelve a seguimiento al pedir')],
      kpiBounds: [
        kpi('Renewed ≥ 80 %', 'Renovados ≥ 80 %', least('renewalShare', 80)),
        kpi('Buy again ≥ 40 %', 'Vuelven a comprar ≥ 40 %', least('repurchaseShare', 40)),
      ],
      npsBound: 30, slaHours: 4, talkMinutes: 12,
    },
  ],
};
