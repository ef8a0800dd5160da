import { formatDecimal, money } from '@orbita/domain/money';
import { type Win, winOpportunity as decideWin, type WinInput } from '@orbita/domain/opportunities';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import { hasContract, type NewOrder, type NewOrderLine, placeOrder } from '#orders';
import type { Writing } from '#requests';
import type { Opportunity } from '../opportunity.entity.ts';
import { gatedPipelineOf, type OpportunityAt, opportunityToWrite, stateOf, subjectOf } from './opportunity-to-write.queries.ts';
import { overrideOf, type Overriding, toldOverride } from './override.ts';
import { takeOrdersAmounts, tellOpportunity, visitStage } from './record-opportunity.queries.ts';

export interface WinOpportunity extends OpportunityAt, Overriding, WinInput {
  /** What was ordered; one line with the opportunity's title and amount when not said. */
  readonly order?: {
    readonly number?: string | undefined;
    readonly channel?: NewOrder['channel'];
    readonly tracked?: boolean | undefined;
    readonly contractEndsAt?: Date | undefined;
    readonly lines?: readonly NewOrderLine[] | undefined;
  } | undefined;
}

/** Wins an opportunity and makes its order, both or neither; the order carries its cycle on, and says what it brought. */
export async function winOpportunity(em: Em, asked: WinOpportunity, writing: Writing): Promise<string | Refusal> {
  const found = await opportunityToWrite(em, asked, writing);
  if (isRefused(found)) return found;
  const { opportunity, root } = found;
  const { pipeline, catalogue } = await gatedPipelineOf(em, opportunity);
  const subject = await subjectOf(em, opportunity, pipeline.stages, writing);
  const win = decideWin(stateOf(opportunity), asked, pipeline, subject, writing.now.getTime(), { override: overrideOf(asked, writing), catalogue });
  if (isRefused(win)) return win;
  const lines = linesOf(opportunity, asked);
  if (isRefused(lines)) return lines;
  const orderId = newId();
  // Saved with the order's own rows, after the cycles were read as they stood.
  em.assign(opportunity, {
    status: 'WON', closedAt: new Date(win.closedAt), winReasons: [...win.reasons], closeNote: win.note, orderId, updatedAt: writing.now,
  });
  const order = await placeOrder(em, {
    ...asked.order, id: orderId, customerId: opportunity.customerId, lineId: opportunity.lineId, currency: opportunity.currency,
    opportunityId: opportunity.id, renews: await renewedBy(em, opportunity, root), lines,
  }, writing);
  if (isRefused(order)) return order.field?.startsWith('lines') ? { ...order, field: `order.${order.field}` } : order;
  await takeOrdersAmounts(em, [opportunity.id]);
  return recordWin(em, opportunity, win, writing);
}

/** The contract that it renews, unless that was cancelled since. */
async function renewedBy(em: Em, { renewsOrderId }: Opportunity, root: string): Promise<string | undefined> {
  return renewsOrderId && await hasContract(em, root, renewsOrderId) ? renewsOrderId : undefined;
}

function linesOf({ title, amount, currency }: Opportunity, { order }: WinOpportunity): readonly NewOrderLine[] | Refusal {
  if (order?.lines && order.lines.length > 0) return order.lines;
  if (amount === null || amount === undefined) return refuse('REQUIRED', { field: 'order.lines' });
  return [{ description: title, quantity: '1', unitPrice: formatDecimal(money(amount, currency)) }];
}

async function recordWin(em: Em, opportunity: Opportunity, { from, reasons, note, overridden }: Win, writing: Writing): Promise<string> {
  const { payload, personal } = toldOverride(overridden);
  await tellOpportunity(em, opportunity, {
    type: 'opportunityWon', payload: { pipelineId: opportunity.pipelineId, from, orderId: opportunity.orderId, reasons, ...payload },
    personal: { ...personal, ...(note ? { note } : {}) },
  }, writing);
  await visitStage(em, opportunity, writing.now);
  return opportunity.id;
}
