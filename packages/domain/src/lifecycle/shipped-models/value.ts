import { inBoth } from '#facts';
import { always, bought, content, covered, fair, left, onNotice, profitable, sure } from '#rules';
import type { LifecycleModel } from '../model.ts';
import { from, kpi, least, most, reached, signal } from './declare-stage.ts';

/** What the relationship is worth, by profitability (LIFECYCLE §3.3). */
export const value: LifecycleModel = {
  key: 'value',
  name: inBoth('Value', 'Valor'),
  evaluationOrder: ['DECLINE', 'MATURITY', 'GROWTH', 'INTRODUCTION'],
  stages: [
    {
      key: 'INTRODUCTION', name: inBoth('Introduction', 'Introducción'), rule: always,
      strategy: inBoth('Not profitable yet: an entry offer, much company, measured spending',
        'Aún no es rentable: oferta de entrada, acompañar mucho, gastar con medida'),
      signals: [
        signal('Second order', 'Segundo pedido', from('ordersCount', 2)),
        signal('Recovers the acquisition cost', 'Recupera el coste de captación', { fact: 'contributionTotal', is: 'gt', value: 0 }),
      ],
      kpiBounds: [kpi('Payback ≤ 12 months', 'Recuperación ≤ 12 meses', most('paybackMonths', 12))],
      npsBound: 10, slaHours: 2, talkMinutes: 20,
    },
    {
      key: 'GROWTH', name: inBoth('Growth', 'Crecimiento'),
      rule: { or: [from('ordersCount', 2), { and: [bought, sure({ fact: 'contributionTotal', is: 'gt', value: 0 })] }] },
      strategy: inBoth('Sensitive to price and with few products: give reasons for the third',
        'Sensible al precio y con pocos productos: dar motivos para el tercero'),
      signals: [
        signal('3 products', '3 productos', from('productsHeld', 3)),
        signal('Buys without discount', 'Compra sin descuento', from('priceIndex12m', 100)),
      ],
      kpiBounds: [
        kpi('One product more a year', 'Un producto más al año', least('productsGrowth', 1)),
        kpi('At a discount ≤ 30 %', 'Con descuento ≤ 30 %', most('discountShare', 30)),
      ],
      npsBound: 20, slaHours: 4, talkMinutes: 12,
    },
    {
      key: 'MATURITY', name: inBoth('Maturity', 'Madurez'),
      rule: {
        and: [
          bought,
          { fact: 'firstOrderAt', is: 'daysSince', compare: 'ge', days: 365 },
          { or: [from('orders12m', 2), covered] },
          profitable,
          fair({ fact: 'discountShare12m', is: 'le', value: 20 }),
          { or: [from('productsHeld', 3), sure(from('priceIndex12m', 100))] },
          content,
        ],
      },
      strategy: inBoth('Prolong this stage: service for which he gladly pays a premium',
        'Alargar esta etapa: servicio por el que paga gustoso una prima'),
      signals: [
        signal('Sales fall by more than 20 %', 'Las ventas caen más de un 20 %', { fact: 'revenueTrendPct', is: 'lt', value: -20 }),
        signal('100 % of his rhythm', '100 % de su ritmo', reached('expectedNextOrderAt')),
        signal('Fewer orders', 'Menos pedidos'),
      ],
      kpiBounds: [kpi('Median stay ≥ 24 months, growing', 'Estancia mediana ≥ 24 meses, creciente', least('medianMonths', 24))],
      npsBound: 40, slaHours: 2, talkMinutes: 15,
    },
    {
      key: 'DECLINE', name: inBoth('Decline', 'Declive'),
      rule: {
        and: [bought, {
          or: [
            reached('alarmAt'), left, onNotice,
            { and: [from('ordersPrev12m', 3), { fact: 'revenueTrendPct', is: 'le', value: -50 }] },
          ],
        }],
      },
      strategy: inBoth('Not inevitable: find out what is no longer met and act before the competitor does',
        'No es inevitable: descubrir qué dejó de cubrirse y actuar antes que el competidor'),
      signals: [signal('Returns to growth or maturity when he orders', 'Vuelve a crecimiento o madurez al pedir')],
      kpiBounds: [kpi('Share of buyers ≤ 15 %', 'Parte de los compradores ≤ 15 %', most('shareOfBuyers', 15))],
      npsBound: 0, slaHours: 2, talkMinutes: 20,
    },
  ],
};
