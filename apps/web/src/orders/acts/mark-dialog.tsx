import { DateField, Fields, useFormatting } from '#design';
import { MarkOrderDeliveredDocument, MarkOrderSettledDocument, type OrderWholeFragment } from '#operations';
import { m } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { localDate } from '@orbita/domain/calendar';
import { useState } from 'react';
import { ActDialog } from './act-dialog.tsx';
import { instantSince } from './day-of-order.ts';
import { useOrderAct } from './use-order-act.ts';

interface MarkDialogProps {
  readonly order: OrderWholeFragment;
  readonly mark: 'deliver' | 'settle';
  readonly onClose: () => void;
}

/** Everything was handed over, or paid: today unless one says otherwise. */
export function MarkDialog({ order, mark, onClose }: MarkDialogProps) {
  const client = useApolloClient();
  const { timeZone } = useFormatting();
  const { act, busy, problem, errorOf } = useOrderAct(onClose);
  const [date, setDate] = useState(() => localDate(Date.now(), timeZone));
  const { id, version, number, placedAt } = order;
  const run = () => void act(async () => {
    const variables = { input: { id, expectedVersion: version, at: instantSince(date, placedAt, Date.now(), timeZone) } };
    return mark === 'deliver'
      ? (await client.mutate({ mutation: MarkOrderDeliveredDocument, variables })).data?.markOrderDelivered
      : (await client.mutate({ mutation: MarkOrderSettledDocument, variables })).data?.markOrderSettled;
  }, () => (mark === 'deliver' ? m.orders_now_delivered({ number }) : m.orders_now_settled({ number })));
  const [title, action] = mark === 'deliver' ? [m.orders_deliver_title({ number }), m.orders_deliver()] : [m.orders_settle_title({ number }), m.orders_settle()];
  return (
    <ActDialog title={title} action={action} busy={busy} onAct={run} onClose={onClose}>
      <Fields refusal={problem && problem.field !== 'at' ? problem.text : undefined}>
        <DateField label={m.orders_on_day()} autoFocus value={date} error={errorOf('at')} onChange={setDate} />
      </Fields>
    </ActDialog>
  );
}
