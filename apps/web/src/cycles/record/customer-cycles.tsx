import { useMe } from '#access';
import { DateText, ErrorState, showToast, SkeletonRows } from '#design';
import { WithdrawDepartureDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { useState } from 'react';
import { churnReasonWord } from '../cycle-words.ts';
import { DepartureDialog } from './departure-dialog.tsx';
import { OpenCycle } from './open-cycle.tsx';
import { PastCycles } from './past-cycles.tsx';
import { Referrals } from './referrals.tsx';
import styles from './customer-cycles.module.css';
import { TerminateDialog } from './terminate-dialog.tsx';
import { type CycleDetails, type CyclesOfCustomer, useCustomerCycles } from './use-customer-cycles.ts';

interface CustomerCyclesProps {
  readonly id: string;
  /** The record: another one when something happened to the customer; then the cycles are asked for again. */
  readonly after: object;
  readonly onOpenOrder: (id: string) => void;
  readonly onChanged: () => void;
}

/** Where he is in his journey, how earlier passes ended, and whom he recommended. */
export function CustomerCycles({ id, after, onOpenOrder, onChanged }: CustomerCyclesProps) {
  const { customer, error, renew: askAgain } = useCustomerCycles(id, after);
  if (!customer) {
    return (
      <section className={styles.card} aria-label={m.cycles_title()}>
        {error ? <ErrorState error={error} onRetry={askAgain} /> : <SkeletonRows rows={3} />}
      </section>
    );
  }
  const renew = () => {
    askAgain();
    onChanged();
  };
  return (
    <>
      <CyclesCard customer={customer} onOpenOrder={onOpenOrder} onChanged={renew} />
      <Referrals customer={customer} onChanged={renew} />
    </>
  );
}

function CyclesCard({ customer, onOpenOrder, onChanged }: { readonly customer: CyclesOfCustomer } & Pick<CustomerCyclesProps, 'onOpenOrder' | 'onChanged'>) {
  const { role } = useMe();
  const [leaving, setLeaving] = useState(false);
  const [ending, setEnding] = useState<CycleDetails>();
  const open = customer.open.edges.map(({ node }) => node);
  const may = customer.viewerCanUpdate && customer.deletedAt === null;
  const mayTerminate = customer.deletedAt === null && scopeOf(role, 'order', 'update') !== 'none';
  const known = open.length + customer.closed.totalCount > 0;
  return (
    <section className={styles.card} aria-label={m.cycles_title()}>
      <div className={styles.head}>
        <h2 className={styles.title}>{m.cycles_title()}</h2>
        {may && customer.facts.leftAt === null && known && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setLeaving(true)}>{m.cycles_left()}…</Button>
        )}
      </div>
      {customer.facts.leftAt && <Gone customer={customer} may={may} onChanged={onChanged} />}
      {open.length === 0 && <p className={styles.none}>{known ? m.cycles_none_open() : m.cycles_none()}</p>}
      {open.length > 0 && (
        <ul className={styles.open} aria-label={m.cycles_open()}>
          {open.map((cycle) => (
            <OpenCycle key={cycle.id} cycle={cycle} onOpenOrder={onOpenOrder} {...(mayTerminate ? { onTerminate: () => setEnding(cycle) } : {})} />
          ))}
        </ul>
      )}
      {customer.closed.totalCount > 0 && <PastCycles cycles={customer.closed.edges.map(({ node }) => node)} total={customer.closed.totalCount} onOpenOrder={onOpenOrder} />}
      {leaving && <DepartureDialog customer={customer} onClose={() => setLeaving(false)} onDone={onChanged} />}
      {ending?.order && <TerminateDialog order={ending.order} onClose={() => setEnding(undefined)} onDone={onChanged} />}
    </section>
  );
}

/** He said that he leaves; entered by mistake, it is taken back. */
function Gone({ customer, may, onChanged }: { readonly customer: CyclesOfCustomer; readonly may: boolean; readonly onChanged: () => void }) {
  const language = useLanguage();
  const [withdraw, { loading }] = useMutation(WithdrawDepartureDocument);
  const { leftAt, leftReason } = customer.facts;
  const run = async () => {
    const { data } = await withdraw({ variables: { input: { id: customer.id, expectedVersion: customer.version } } }).catch(() => ({ data: undefined }));
    const no = data ? data.withdrawDeparture.refusal?.message : m.cycles_not_saved();
    showToast(no ?? m.cycles_stayed(), no ? { tone: 'bad' } : {});
    onChanged();
  };
  return (
    <div className={styles.gone}>
      <span>{m.cycles_is_gone()} <DateText value={leftAt!} />{leftReason && <> · <b>{churnReasonWord(leftReason, language)}</b></>}</span>
      {may && <Button variant="default" size="compact-sm" loading={loading} onClick={() => void run()}>{m.cycles_stay()}</Button>}
    </div>
  );
}
