import { DateField, DecimalField, FieldRow, Fields, TextField, useFormatting } from '#design';
import { type OrderWholeFragment, ReturnGoodsDocument } from '#operations';
import { m } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { localDate } from '@orbita/domain/calendar';
import { useRef, useState } from 'react';
import styles from '../orders.module.css';
import { Quantity } from '../words/quantity.tsx';
import { ActDialog } from './act-dialog.tsx';
import { instantSince } from './day-of-order.ts';
import { useOrderAct } from './use-order-act.ts';
import { leftOf } from './what-may-be-done.ts';

/** What came back, line by line: all that is left unless one says less. */
export function ReturnDialog({ order, onClose }: { readonly order: OrderWholeFragment; readonly onClose: () => void }) {
  const client = useApolloClient();
  const { timeZone } = useFormatting();
  const { act, busy, problem, errorOf } = useOrderAct(onClose);
  const [left] = useState(() => leftOf(order));
  const [back, setBack] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(left.map(({ lineId, quantity }) => [lineId, plain(quantity)])));
  const [date, setDate] = useState(() => localDate(Date.now(), timeZone));
  const [reference, setReference] = useState('');
  const key = useRef(crypto.randomUUID());
  const { id, version, number, placedAt } = order;
  const lines = left.map(({ lineId }) => ({ lineId, quantity: back[lineId] || '0' })).filter(({ quantity }) => Number(quantity) !== 0);
  const nameOf = (lineId: string) => {
    const line = order.lines.find((each) => each.id === lineId);
    return line?.product?.name ?? line?.description ?? '';
  };
  const errorAt = (lineId: string) => errorOf(`lines.${lines.findIndex((line) => line.lineId === lineId)}.quantity`);
  const run = () => void act(async () => {
    const input = { id, expectedVersion: version, lines, reference: reference.trim() || null, returnedAt: instantSince(date, placedAt, Date.now(), timeZone) };
    const { data } = await client.mutate({ mutation: ReturnGoodsDocument, variables: { input, key: key.current } });
    key.current = crypto.randomUUID();
    return data?.returnGoods;
  }, () => m.orders_now_returned({ number }));
  const shown = problem?.field?.startsWith('lines.') || problem?.field === 'returnedAt';
  return (
    <ActDialog title={m.orders_return_title({ number })} action={m.orders_return()} size="medium" busy={busy} onAct={run} onClose={onClose}>
      <Fields refusal={problem && !shown ? problem.field === 'lines' ? m.orders_nothing_returned() : problem.text : undefined}>
        <table className={styles.table}>
          <thead><tr><th scope="col">{m.orders_product()}</th><th scope="col" className={styles.end}>{m.orders_left()}</th><th scope="col" className={styles.end}>{m.orders_comes_back()}</th></tr></thead>
          <tbody>
            {left.map(({ lineId, quantity }, index) => (
              <tr key={lineId}>
                <th scope="row">{nameOf(lineId)}</th>
                <td className={styles.end}><Quantity value={quantity} /></td>
                <td className={styles.entry}>
                  <DecimalField
                    size="xs" w={84} aria-label={m.orders_comes_back_of({ product: nameOf(lineId) })} allowNegative={false} value={back[lineId] ?? ''} error={errorAt(lineId)}
                    {...(index === 0 ? { 'data-autofocus': true } : {})} onChange={(next) => setBack((before) => ({ ...before, [lineId]: next }))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <FieldRow>
          <DateField label={m.orders_on_day()} value={date} error={errorOf('returnedAt')} onChange={setDate} />
          <TextField label={m.orders_reference()} description={m.orders_reference_hint()} maxLength={60} value={reference} onChange={(event) => setReference(event.currentTarget.value)} />
        </FieldRow>
      </Fields>
    </ActDialog>
  );
}

/** The database keeps four decimals: 2.0000 is 2. */
const plain = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
