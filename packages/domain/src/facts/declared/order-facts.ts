import { declareFact, inBoth } from '../declare-fact.ts';
import type { FactDefinition } from '../fact.ts';
import { churnReasons, rhythmBases } from '../fact-values.ts';

const noOrder = inBoth('no order', 'sin pedidos');
const noSpotOrder = inBoth('no order outside a contract', 'sin pedidos fuera de contrato');
const costUnknown = inBoth('cost known for less than 80 % of the revenue', 'coste conocido de menos del 80 % de las ventas');
const noListPrice = inBoth('no sale or no list price', 'sin ventas o sin precio de tarifa');
const count = { unit: 'count' } as const;
const revenue = { unit: 'money', mark: 'revenue' } as const;
const margin = { unit: 'money', mark: 'margin' } as const;

/** What the customer bought. Amounts are minor units of the company's currency, before tax, less credit notes. */
export const orderFacts: readonly FactDefinition[] = [
  declareFact('lastOrderChannel', 'enum', ['E', '1'], inBoth('Channel of the last purchase', 'Canal de la última compra'), inBoth('no order, or not said', 'sin pedidos o no consta')),
  declareFact('ordersCount', 'integer', ['E', '1'], inBoth('Orders', 'Pedidos'), null, count),
  declareFact('firstOrderAt', 'instant', ['C', '1'], inBoth('First purchase', 'Primera compra'), noOrder),
  declareFact('lastOrderAt', 'instant', ['C', '1'], inBoth('Last purchase', 'Última compra'), noOrder),
  declareFact('orders12m', 'integer', ['W', '1'], inBoth('Orders, 12 months', 'Pedidos 12 meses'), null, count),
  declareFact('ordersPrev12m', 'integer', ['W', '1'], inBoth('Orders, 12 months before', 'Pedidos 12 meses anteriores'), null, count),
  declareFact('revenueTotal', 'integer', ['E', '1'], inBoth('Revenue, total', 'Ventas totales'), null, revenue),
  declareFact('revenue12m', 'integer', ['W', '1'], inBoth('Revenue, 12 months', 'Ventas 12 meses'), null, revenue),
  declareFact('revenuePrev12m', 'integer', ['W', '1'], inBoth('Revenue, 12 months before', 'Ventas 12 meses anteriores'), null, revenue),
  declareFact('revenueTrendPct', 'integer', ['W', '1'], inBoth('Revenue trend', 'Tendencia de ventas'),
    inBoth('nothing sold in the earlier 12 months', 'sin ventas en los 12 meses anteriores'), { unit: 'percent', mark: 'revenue' }),
  declareFact('averageOrder', 'integer', ['E', '1'], inBoth('Average order', 'Pedido medio'), noOrder, revenue),
  declareFact('marginTotal', 'integer', ['E', '1'], inBoth('Margin, total', 'Margen total'), costUnknown, margin),
  declareFact('margin12m', 'integer', ['W', '1'], inBoth('Margin, 12 months', 'Margen 12 meses'), costUnknown, margin),
  declareFact('discountShare12m', 'integer', ['W', 'Q'], inBoth('Sold at a discount, 12 months', 'Ventas con descuento 12 meses'), noListPrice, { unit: 'percent', mark: 'revenue' }),
  declareFact('priceIndex12m', 'integer', ['W', 'Q'], inBoth('Price index, 12 months (100 = list)', 'Índice de precio 12 meses (100 = tarifa)'), noListPrice, { unit: 'percent', mark: 'revenue' }),
  declareFact('productsHeld', 'integer', ['W', '1'], inBoth('Products held', 'Productos'), null, count),
  declareFact('categoriesHeld', 'integer', ['W', '1'], inBoth('Families held', 'Familias'), null, count),
  declareFact('productIds', 'set', ['W', '1'], inBoth('Which products', 'Qué productos tiene'), null, { references: 'product' }),
  declareFact('categoryIds', 'set', ['W', '1'], inBoth('Which families', 'Qué familias tiene'), null, { references: 'category' }),
  declareFact('returnShare12m', 'integer', ['W', 'D'], inBoth('Returned, 12 months', 'Devoluciones 12 meses'), inBoth('no sale', 'sin ventas'), { unit: 'percent' }),
  declareFact('rhythmDays', 'integer', ['E', '1'], inBoth('Own purchase rhythm', 'Ritmo propio de compra'), noOrder, { unit: 'days' }),
  declareFact('rhythmBasis', 'enum', ['E', '1'], inBoth('Basis of the rhythm', 'Base del ritmo'), noOrder, { valueLabels: rhythmBases }),
  declareFact('nextOfferAt', 'instant', ['C', '1'], inBoth('Time to propose', 'Momento de proponer'), noSpotOrder),
  declareFact('expectedNextOrderAt', 'instant', ['C', '1'], inBoth('Next purchase expected', 'Próxima compra esperada'), noSpotOrder),
  declareFact('alarmAt', 'instant', ['C', '1'], inBoth('Silence alarm', 'Alarma de silencio'), noOrder),
  declareFact('lapsesAt', 'instant', ['C', '1'], inBoth('Given up as lost', 'Se da por perdido'), noOrder),
  declareFact('silencePct', 'integer', ['C', '1'], inBoth('Silence against own rhythm', 'Silencio frente a su ritmo'), noSpotOrder, { unit: 'percent', derived: true, displayOnly: true }),
  declareFact('contractEndsAt', 'instant', ['C', '2'], inBoth('Contract ends', 'Fin de contrato'), inBoth('no contract', 'sin contrato')),
  declareFact('noticeEndsAt', 'instant', ['C', '2'], inBoth('Notice given for', 'Baja comunicada para'),
    inBoth('no notice, or another contract without notice ends later', 'sin preaviso, u otro contrato sin preaviso acaba después')),
  declareFact('leftAt', 'instant', ['C', '2'], inBoth('Left', 'Baja'), inBoth('has not said so, or ordered after', 'no lo ha dicho, o ha pedido después')),
  declareFact('leftReason', 'enum', ['E', '2'], inBoth('Churn reason', 'Motivo de fuga'),
    inBoth('has not said so, or ordered after', 'no lo ha dicho, o ha pedido después'), { valueLabels: churnReasons }),
];
