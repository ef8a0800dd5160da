import type { Instant } from '#calendar';
import { declareFact, type FactDefinition, type Facts, inBoth, normaliseText } from '#facts';
import { type Catalogue, customerCatalogue } from '#rules';
import { orderStanding, orderStandingLabels, type OrderState } from './effective-order.ts';
import { type OrderChannel, orderChannelLabels, type OrderSource, orderSourceLabels } from './order.ts';

const notYet = inBoth('not yet', 'todavía no');
const notSaid = inBoth('not recorded', 'sin registrar');
const noContract = inBoth('no contract', 'sin contrato');
const amount = { unit: 'money', mark: 'revenue' } as const;

/** What rules may read of an order, beside everything about its customer; its number is looked for by search. */
export const orderFactCatalogue: readonly FactDefinition[] = [
  declareFact('order.standing', 'enum', ['E', '1'], inBoth('Order: state', 'Pedido: estado'), null, { valueLabels: orderStandingLabels }),
  declareFact('order.placedAt', 'instant', ['C', '1'], inBoth('Order: placed', 'Pedido: fecha'), null),
  declareFact('order.amount', 'integer', ['E', '1'], inBoth('Order: amount', 'Pedido: importe'), null, amount),
  declareFact('order.returned', 'integer', ['E', '1'], inBoth('Order: returned', 'Pedido: devuelto'), null, amount),
  declareFact('order.currency', 'enum', ['E', '1'], inBoth('Order: currency', 'Pedido: moneda'), null),
  declareFact('order.channel', 'enum', ['E', '1'], inBoth('Order: channel', 'Pedido: canal'), notSaid, { valueLabels: orderChannelLabels }),
  declareFact('order.source', 'enum', ['E', '1'], inBoth('Order: source', 'Pedido: origen'), null, { valueLabels: orderSourceLabels }),
  declareFact('order.system', 'text', ['E', '1'], inBoth('Order: system it came from', 'Pedido: sistema de origen'), inBoth('not imported', 'no es importado')),
  declareFact('order.lineId', 'id', ['E', '1'], inBoth('Order: business line', 'Pedido: línea de negocio'), null, { references: 'line' }),
  declareFact('order.productIds', 'set', ['E', '1'], inBoth('Order: products', 'Pedido: productos'), null, { references: 'product' }),
  declareFact('order.deliveredAt', 'instant', ['C', '1'], inBoth('Order: delivered', 'Pedido: entregado'), notYet),
  declareFact('order.settledAt', 'instant', ['C', '1'], inBoth('Order: paid', 'Pedido: cobrado'), notYet),
  declareFact('order.cancelledAt', 'instant', ['C', '1'], inBoth('Order: cancelled', 'Pedido: anulado'), inBoth('not cancelled', 'no anulado')),
  declareFact('order.contractEndsAt', 'instant', ['C', '1'], inBoth('Order: contract ends', 'Pedido: fin del contrato'), noContract),
  declareFact('order.noticeEndsAt', 'instant', ['C', '1'], inBoth('Order: contract terminated for', 'Pedido: contrato rescindido para'), inBoth('no notice', 'sin preaviso')),
  declareFact('order.isRenewal', 'boolean', ['E', '1'], inBoth('Order: renews a contract', 'Pedido: renueva un contrato'), null),
  declareFact('order.isTracked', 'boolean', ['E', '1'], inBoth('Order: delivery and payment recorded here', 'Pedido: entrega y cobro registrados aquí'), null),
];

/** What rules about an order may read; custom fields of the customer are handed in. */
export function orderCatalogue(extra: readonly FactDefinition[] = []): Catalogue {
  const customer = customerCatalogue(extra);
  return { ...customer, subject: 'order', facts: new Map([...orderFactCatalogue.map((fact) => [fact.key, fact] as const), ...customer.facts]) };
}

/** An order as its facts are read from; amounts in minor units of the company's currency. */
export interface FactualOrder extends OrderState {
  readonly placedAt: Instant;
  readonly currency: string;
  readonly channel: OrderChannel | null;
  readonly source: OrderSource;
  readonly system: string | null;
  readonly lineId: string;
  /** Those of its lines that name one. */
  readonly productIds: readonly string[];
  readonly deliveredAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly cancelledAt: Instant | null;
  readonly contractEndsAt: Instant | null;
  readonly noticeEndsAt: Instant | null;
  readonly renewsOrderId: string | null;
  readonly tracked: boolean;
}

/** The facts of an order, to be put beside its customer's. */
export function orderFacts(order: FactualOrder): Facts {
  return {
    'order.standing': orderStanding(order), 'order.placedAt': order.placedAt, 'order.amount': order.companyAmount, 'order.returned': order.companyReturned,
    'order.currency': order.currency, 'order.channel': order.channel, 'order.source': order.source,
    'order.system': order.system === null ? null : normaliseText(order.system) || null, 'order.lineId': order.lineId, 'order.productIds': order.productIds,
    'order.deliveredAt': order.deliveredAt, 'order.settledAt': order.settledAt, 'order.cancelledAt': order.cancelledAt,
    'order.contractEndsAt': order.contractEndsAt, 'order.noticeEndsAt': order.noticeEndsAt,
    'order.isRenewal': order.renewsOrderId !== null, 'order.isTracked': order.tracked,
  };
}
