import { inBoth } from '#facts';
import { always } from '#rules';
import type { LifecycleModel } from '../model.ts';
import { from, is, kpi, least, most, signal } from './declare-stage.ts';

const nothingNew = is('openInTraction', 0);

/** The most advanced of his cycles in progress; after-sales only if nothing else is open (LIFECYCLE §3.2). */
export const digital: LifecycleModel = {
  key: 'digital',
  name: inBoth('Digital journey', 'Recorrido digital'),
  evaluationOrder: ['BILLING', 'DELIVERY', 'QUOTATION', 'OPPORTUNITY', 'QUALIFICATION', 'AFTER_SALES', 'CLOSED', 'TRACTION'],
  stages: [
    {
      key: 'TRACTION', name: inBoth('Traction', 'Tracción'), rule: always,
      strategy: inBoth('Attract through every channel and lose nobody for want of an answer',
        'Captar por todos los canales sin perder a nadie por no contestar'),
      signals: [signal('Second visit', 'Segunda visita'), signal('Form filled in', 'Formulario'), signal('Reply', 'Respuesta')],
      kpiBounds: [
        kpi('Unanswered ≤ 2 %', 'Sin contestar ≤ 2 %', most('unansweredShare', 2)),
        kpi('Stay ≤ 3 days', 'Estancia ≤ 3 días', most('medianDays', 3)),
      ],
      npsBound: null, slaHours: 1, talkMinutes: 15,
    },
    {
      key: 'QUALIFICATION', name: inBoth('Qualification', 'Cualificación'), rule: from('openInQualification', 1),
      strategy: inBoth('Listen: need, budget, decision, timing; rule out early',
        'Escuchar: necesidad, presupuesto, decisión, plazo; descartar pronto'),
      signals: [signal('The four criteria confirmed', 'Los cuatro criterios confirmados')],
      kpiBounds: [
        kpi('Stay ≤ 10 days', 'Estancia ≤ 10 días', most('medianDays', 10)),
        kpi('Move on ≥ 35 %', 'Pasan ≥ 35 %', least('moveOnShare', 35)),
      ],
      npsBound: null, slaHours: 2, talkMinutes: 20,
    },
    {
      key: 'OPPORTUNITY', name: inBoth('Opportunity', 'Oportunidad'), rule: from('openInOpportunity', 1),
      strategy: inBoth('Best practice, and documents accepted before moving on',
        'Mejores prácticas y documentos aceptados antes de avanzar'),
      signals: [signal('Gate complete', 'Requisitos de salida completos')],
      kpiBounds: [
        kpi('Stay ≤ 30 days', 'Estancia ≤ 30 días', most('medianDays', 30)),
        kpi('Gates met ≥ 90 %', 'Requisitos de salida cumplidos ≥ 90 %', least('gateCompliance', 90)),
      ],
      npsBound: 10, slaHours: 4, talkMinutes: 20,
    },
    {
      key: 'QUOTATION', name: inBoth('Quotation', 'Cotización'), rule: from('openInQuotation', 1),
      strategy: inBoth('Negotiate what, at what price and on what conditions, with the margin in sight',
        'Negociar qué, a qué precio y en qué condiciones, con margen a la vista'),
      signals: [signal('Opens the quote', 'Abre la cotización'), signal('Asks for changes', 'Pide cambios')],
      kpiBounds: [
        kpi('Stay ≤ 15 days', 'Estancia ≤ 15 días', most('medianDays', 15)),
        kpi('Won ≥ 45 %', 'Ganadas ≥ 45 %', least('winShare', 45)),
      ],
      npsBound: 10, slaHours: 4, talkMinutes: 15,
    },
    {
      key: 'DELIVERY', name: inBoth('Delivery', 'Entrega'), rule: from('openInDelivery', 1),
      strategy: inBoth('Apply the agreed means in due time and form; warn of deviations',
        'Aplicar los recursos acordados en tiempo y forma; avisar de desvíos'),
      signals: [signal('Delivery complete', 'Entrega completa')],
      kpiBounds: [kpi('On time in full ≥ 95 %', 'Completas y a tiempo ≥ 95 %', least('onTimeInFullShare', 95))],
      npsBound: 20, slaHours: 4, talkMinutes: 8,
    },
    {
      key: 'BILLING', name: inBoth('Billing', 'Facturación y cobro'), rule: from('openInBilling', 1),
      strategy: inBoth('A clear invoice and kind collection; sales sees the payments',
        'Factura clara y cobro amable; ventas ve los pagos'),
      signals: [signal('Paid in full', 'Pago total')],
      kpiBounds: [
        kpi('Paid within 45 days', 'Cobro en ≤ 45 días', most('daysSalesOutstanding', 45)),
        kpi('Overdue ≤ 10 %', 'Vencido ≤ 10 %', most('overdueShare', 10)),
      ],
      npsBound: 20, slaHours: 8, talkMinutes: 8,
    },
    {
      key: 'AFTER_SALES', name: inBoth('After-sales', 'Posventa'), rule: { and: [from('openInAfterSales', 1), nothingNew] },
      strategy: inBoth('Answer with diligence; spot new needs', 'Responder con diligencia; detectar nuevas necesidades'),
      signals: [signal('A new need', 'Nueva necesidad'), signal('Recommends us', 'Recomienda')],
      kpiBounds: [kpi('First response in time ≥ 95 %', 'Primera respuesta en plazo ≥ 95 %', least('responseInSlaShare', 95))],
      npsBound: 30, slaHours: 8, talkMinutes: 8,
    },
    {
      key: 'CLOSED', name: inBoth('Closed', 'Cerrado'), rule: { and: [from('cyclesClosed', 1), nothingNew] },
      strategy: inBoth('Learn from the end and open the next cycle', 'Aprender del final y abrir el siguiente ciclo'),
      signals: [signal('Writes again', 'Vuelve a escribir'), signal('Somebody recommends us to him', 'Lo recomiendan')],
      kpiBounds: [kpi('Health of the cycle ≥ 50 %', 'Salud del ciclo ≥ 50 %', least('cycleHealth', 50))],
      npsBound: null, slaHours: 8, talkMinutes: 10,
    },
  ],
};
