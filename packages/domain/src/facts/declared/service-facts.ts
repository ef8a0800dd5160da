import { declareFact, inBoth } from '../declare-fact.ts';
import type { FactDefinition } from '../fact.ts';
import { npsClasses } from '../fact-values.ts';

const never = inBoth('never', 'nunca');
const neverAnswered = inBoth('never answered', 'nunca ha contestado');
const nothingOverdue = inBoth('nothing overdue', 'nada vencido');
const count = { unit: 'count' } as const;

/** What is still owed to the customer or by him, and how content he is. */
export const serviceFacts: readonly FactDefinition[] = [
  declareFact('undeliveredOrders', 'integer', ['E', 'D'], inBoth('Orders to deliver', 'Pedidos por entregar'), null, count),
  declareFact('promisedNextAt', 'instant', ['C', 'D'], inBoth('Next promised delivery', 'Próxima entrega prometida'), inBoth('nothing to deliver', 'nada por entregar')),
  declareFact('lateDeliveries12m', 'integer', ['W', 'D'], inBoth('Late deliveries, 12 months', 'Entregas tarde 12 meses'), null, count),
  declareFact('overdueAmount', 'integer', ['W', 'D'], inBoth('Overdue debt', 'Deuda vencida'), null, { unit: 'money', mark: 'revenue' }),
  declareFact('overdueSince', 'instant', ['W', 'D'], inBoth('Overdue since', 'Deuda vencida desde'), nothingOverdue),
  declareFact('openCases', 'integer', ['E', 'S'], inBoth('Open cases', 'Casos abiertos'), null, count),
  declareFact('openComplaints', 'integer', ['E', 'S'], inBoth('Open complaints', 'Reclamaciones abiertas'), null, count),
  declareFact('complaints90d', 'integer', ['W', 'S'], inBoth('Complaints, 90 days', 'Reclamaciones 90 días'), null, count),
  declareFact('lastComplaintAt', 'instant', ['C', 'S'], inBoth('Last complaint', 'Última reclamación'), never),
  declareFact('warrantyUntil', 'instant', ['C', 'S'], inBoth('Warranty until', 'Garantía hasta'), inBoth('none', 'ninguna')),
  declareFact('lastNpsScore', 'integer', ['E', 'S'], inBoth('Last NPS', 'Último NPS'), neverAnswered, { unit: 'score' }),
  declareFact('lastNpsAt', 'instant', ['C', 'S'], inBoth('Last NPS on', 'Fecha del último NPS'), neverAnswered),
  declareFact('npsClass', 'enum', ['C', 'S'], inBoth('NPS class', 'Clase NPS'),
    inBoth('never answered, or 365 days ago or more', 'nunca ha contestado, o hace 365 días o más'), { valueLabels: npsClasses, derived: true }),
  declareFact('lastCsat', 'integer', ['E', 'S'], inBoth('Satisfaction', 'Satisfacción'), neverAnswered, { unit: 'score' }),
  declareFact('costToServe12m', 'integer', ['W', 'S'], inBoth('Cost to serve, 12 months', 'Coste de servicio 12 meses'), inBoth('no rates set', 'sin tarifas de coste'), { unit: 'money', mark: 'margin' }),
];
