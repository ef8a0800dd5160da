import { Fields, LongTextField } from '#design';
import { CancelOrderDocument, type OrderWholeFragment } from '#operations';
import { m } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { ActDialog } from './act-dialog.tsx';
import { useOrderAct } from './use-order-act.ts';

/** Cancels in full; why is told in the timeline. */
export function CancelDialog({ order, onClose }: { readonly order: OrderWholeFragment; readonly onClose: () => void }) {
  const client = useApolloClient();
  const { act, busy, problem, errorOf } = useOrderAct(onClose);
  const [reason, setReason] = useState('');
  const { id, version, number } = order;
  const run = () => void act(
    async () => (await client.mutate({ mutation: CancelOrderDocument, variables: { input: { id, expectedVersion: version, reason } } })).data?.cancelOrder,
    () => m.orders_now_cancelled({ number }),
  );
  return (
    <ActDialog title={m.orders_cancel_title({ number })} action={m.orders_cancel()} dangerous busy={busy} onAct={run} onClose={onClose}>
      <Fields refusal={problem && problem.field !== 'reason' ? problem.text : undefined}>
        <p>{m.orders_cancel_text()}</p>
        <LongTextField label={m.orders_reason()} required data-autofocus maxLength={500} value={reason} error={errorOf('reason')} onChange={(event) => setReason(event.currentTarget.value)} />
      </Fields>
    </ActDialog>
  );
}
