import { DraftNote } from '#drafts';
import { DateField, Dialog, FieldRow, Fields, KeyHint, Money, SelectField, showToast } from '#design';
import { OrderLinesOfBusinessDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { formatDecimal } from '@orbita/domain/money';
import { useId } from 'react';
import { orderChannelChoices } from '../words/order-words.ts';
import { totalOf } from './draft-lines.ts';
import styles from './entry.module.css';
import { LineEditor } from './line-editor.tsx';
import { useOrderForm } from './use-order-form.ts';

interface PlaceOrderDialogProps {
  readonly customer: { readonly id: string; readonly name: string };
  readonly onPlaced: (orderId: string) => void;
  readonly onClose: () => void;
}

/** What a customer bought, line by line from the catalogue; the sum is the one that the order will have. */
export function PlaceOrderDialog({ customer, onPlaced, onClose }: PlaceOrderDialogProps) {
  const id = useId();
  const form = useOrderForm(customer.id);
  const { data } = useQuery(OrderLinesOfBusinessDocument, { fetchPolicy: 'cache-first' });
  const { draft, set, errorOf, currency } = form;
  const lines = data?.businessLines ?? [];
  const total = totalOf(draft.lines, currency);
  const finish = () => {
    form.kept.forget();
    onClose();
  };
  const submit = async () => {
    const order = await form.place();
    if (!order) return;
    showToast(m.orders_now_placed({ number: order.number }));
    onClose();
    onPlaced(order.id);
  };
  useShortcut({ keys: 'mod+enter', label: m.orders_place(), group: 'page', inDialog: true, run: () => void submit() }, !form.busy);
  return (
    <Dialog
      title={m.orders_new_for({ name: customer.name })} onClose={onClose} size="large"
      footer={(
        <>
          <span className={styles.total} role="status">{total && <>{m.orders_total()} <b><Money amount={formatDecimal(total)} currency={currency} /></b></>}</span>
          <Button variant="default" onClick={finish}>{m.design_cancel()}</Button>
          <Button type="submit" form={id} loading={form.busy} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.orders_place()}</Button>
        </>
      )}
    >
      <DraftNote {...form.kept} />
      <form
        id={id} noValidate onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Fields refusal={form.general}>
          <div className={styles.head} aria-hidden>
            <span>{m.orders_product()}</span><span>{m.orders_quantity()}</span><span>{m.orders_price()}</span><span>{m.orders_discount()}</span><span>{m.orders_amount()}</span><span />
          </div>
          <ol className={styles.lines} aria-label={m.orders_lines()}>
            {draft.lines.map((line, index) => (
              <LineEditor key={line.key} line={line} no={index + 1} errorOf={form.lineError(line.key)} onChange={(next) => form.setLine(line.key, next)} onRemove={() => form.removeLine(line.key)} />
            ))}
          </ol>
          <FieldRow>
            <DateField label={m.orders_date()} value={draft.date} error={errorOf('placedAt')} onChange={(date) => set({ date })} />
            <SelectField label={m.orders_channel()} placeholder={m.orders_channel_unknown()} clearable value={draft.channel} data={orderChannelChoices()} error={errorOf('channel')} onChange={(channel) => set({ channel })} />
          </FieldRow>
          <FieldRow>
            <SelectField
              label={m.orders_line()} value={draft.lineId ?? lines.find(({ isDefault }) => isDefault)?.id ?? null} error={errorOf('lineId')}
              data={lines.map(({ id: value, name }) => ({ value, label: name }))} onChange={(lineId) => set({ lineId })}
            />
            <DateField label={m.orders_contract()} description={m.orders_contract_hint()} value={draft.contractEnd} error={errorOf('contractEndsAt')} onChange={(contractEnd) => set({ contractEnd })} />
          </FieldRow>
        </Fields>
      </form>
    </Dialog>
  );
}
