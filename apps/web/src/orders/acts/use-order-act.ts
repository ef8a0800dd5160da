import { type Refused, refusalText } from '#api-client';
import { showToast } from '#design';
import type { OrderWholeFragment } from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';

export interface OrderAnswer {
  readonly order: OrderWholeFragment | null;
  readonly refusal: Refused | null;
}

/** One thing done with an order: busy while it is asked, a refusal kept for its field, lists and records read again after it. */
export function useOrderAct(onDone: () => void) {
  const client = useApolloClient();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ readonly field: string | undefined; readonly text: string }>();
  const act = async (ask: () => Promise<OrderAnswer | undefined>, done: (order: OrderWholeFragment) => string) => {
    setBusy(true);
    const answer = await ask().catch(() => undefined);
    setBusy(false);
    if (!answer?.order || answer.refusal) {
      const refusal = answer?.refusal;
      return setProblem(refusal ? { field: refusal.field ?? undefined, text: refusalText(refusal, language) } : { field: undefined, text: m.orders_failed() });
    }
    // Lists of orders and what is added up from them no longer hold.
    client.cache.evict({ fieldName: 'orders' });
    client.cache.evict({ fieldName: 'revenue' });
    showToast(done(answer.order));
    return onDone();
  };
  return { act, busy, problem, errorOf: (field: string) => (problem?.field === field ? problem.text : undefined) };
}
