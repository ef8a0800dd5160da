import { useMe } from '#access';
import type { OrderWholeFragment } from '#operations';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconArrowBackUp, IconCash, IconTruckDelivery, IconX, type TablerIcon } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { type OrderAct, whatMayBeDone } from './what-may-be-done.ts';

const MarkDialog = lazy(async () => ({ default: (await import('./mark-dialog.tsx')).MarkDialog }));
const ReturnDialog = lazy(async () => ({ default: (await import('./return-dialog.tsx')).ReturnDialog }));
const CancelDialog = lazy(async () => ({ default: (await import('./cancel-dialog.tsx')).CancelDialog }));

const shown: Record<OrderAct, { readonly label: () => string; readonly icon: TablerIcon }> = {
  deliver: { label: m.orders_deliver, icon: IconTruckDelivery }, settle: { label: m.orders_settle, icon: IconCash },
  return: { label: m.orders_return, icon: IconArrowBackUp }, cancel: { label: m.orders_cancel, icon: IconX },
};

/** What may be done with this order by this person, as buttons; each asks for what it needs. */
export function OrderActs({ order, primaryFirst = false }: { readonly order: OrderWholeFragment; readonly primaryFirst?: boolean }) {
  const { role } = useMe();
  const [asking, setAsking] = useState<OrderAct>();
  const mayWrite = scopeOf(role, 'order', 'update') !== 'none';
  const acts = mayWrite ? whatMayBeDone(order) : [];
  const close = () => setAsking(undefined);
  useShortcut({ keys: 'm', label: m.orders_next_step(), group: 'page', inDialog: true, run: () => setAsking(acts[0]) }, acts.length > 0 && asking === undefined);
  return (
    <>
      {(primaryFirst ? acts : acts.toReversed()).map((act) => {
        const { label, icon: Icon } = shown[act];
        return <Button key={act} style={{ flex: 'none' }} variant={act === acts[0] && act !== 'return' ? 'filled' : act === 'cancel' ? 'subtle' : 'default'} color={act === 'cancel' ? 'gray' : 'brand'} leftSection={<Icon size={14} stroke={1.6} />} onClick={() => setAsking(act)}>{label()}</Button>;
      })}
      <Suspense>
        {(asking === 'deliver' || asking === 'settle') && <MarkDialog order={order} mark={asking} onClose={close} />}
        {asking === 'return' && <ReturnDialog order={order} onClose={close} />}
        {asking === 'cancel' && <CancelDialog order={order} onClose={close} />}
      </Suspense>
    </>
  );
}
