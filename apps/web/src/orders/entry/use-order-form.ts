import { type Refused, refusalText } from '#api-client';
import { useFormatting } from '#design';
import { useKeptDraft } from '#drafts';
import { type OrderWholeFragment, PlaceOrderDocument, type PlaceOrderInput } from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { localDate } from '@orbita/domain/calendar';
import { useState } from 'react';
import { endOf, instantOf } from '../acts/day-of-order.ts';
import { blankLine, type DraftLine, meantLines, withBlank } from './draft-lines.ts';

export interface OrderDraft {
  readonly date: string;
  readonly channel: string | null;
  readonly lineId: string | null;
  readonly contractEnd: string;
  readonly lines: readonly DraftLine[];
}

const newKey = (): string => crypto.randomUUID();

/** An order under way, for one customer. */
export function useOrderForm(customerId: string) {
  const client = useApolloClient();
  const language = useLanguage();
  const { timeZone, currency } = useFormatting();
  const kept = useKeptDraft<OrderDraft>(`order.${customerId}`, () => ({ date: localDate(Date.now(), timeZone), channel: null, lineId: null, contractEnd: '', lines: [blankLine(newKey())] }));
  const { draft, setDraft } = kept;
  const [refusal, setRefusal] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const meant = meantLines(draft.lines);
  const inputOf = (): PlaceOrderInput => ({
    customerId, channel: draft.channel as PlaceOrderInput['channel'], lineId: draft.lineId, placedAt: instantOf(draft.date, Date.now(), timeZone), contractEndsAt: endOf(draft.contractEnd, timeZone), currency,
    lines: meant.map(({ productId, description, quantity, unitPrice, discountPercent }) => ({
      productId, description: productId ? null : description, quantity: quantity || '0', unitPrice: unitPrice || null, discountPercent: discountPercent || null,
    })),
  });
  const place = async (): Promise<OrderWholeFragment | undefined> => {
    setBusy(true);
    const { data } = await client.mutate({ mutation: PlaceOrderDocument, variables: { input: inputOf(), key: kept.idempotencyKey } }).catch(() => ({ data: undefined }));
    setBusy(false);
    // A refused key may not be used for other input; an unanswered one must be used again.
    const no = data?.placeOrder.refusal;
    if (no) kept.renewKey();
    setRefusal(data ? no ?? undefined : { code: 'INVALID', field: 'server' });
    if (!data?.placeOrder.order) return undefined;
    kept.forget();
    client.cache.evict({ fieldName: 'orders' });
    client.cache.evict({ fieldName: 'revenue' });
    return data.placeOrder.order;
  };
  const errorOf = (field: string): string | undefined => (refusal?.field === field ? refusalText(refusal, language) : undefined);
  return {
    kept, draft, meant, busy, place, errorOf, currency,
    set: (next: Partial<OrderDraft>) => setDraft((before) => ({ ...before, ...next })),
    setLine: (at: string, next: Partial<DraftLine>) => setDraft((before) => ({
      ...before, lines: withBlank(before.lines.map((line) => (line.key === at ? { ...line, ...next } : line)), newKey),
    })),
    removeLine: (at: string) => setDraft((before) => ({ ...before, lines: withBlank(before.lines.filter((line) => line.key !== at), newKey) })),
    /** Refusals name a line by its place among those that were sent. */
    lineError: (at: string) => (field: string) => errorOf(`lines.${meant.findIndex((line) => line.key === at)}.${field}`),
    /** What belongs to no field that is shown. */
    general: refusal?.field === 'server' ? m.orders_failed() : refusal?.field === 'lines' ? m.orders_no_lines()
      : refusal && !/^(lines\.|placedAt|contractEndsAt|channel|lineId)/.test(refusal.field ?? '') ? refusalText(refusal, language) : undefined,
  };
}
