import { useMe } from '#access';
import { Composer, usePeople } from '#activities';
import { CustomerCycles } from '#cycles';
import { EmptyState, ErrorState, KeyHint, lazily, PageHeader, SkeletonRows } from '#design';
import { forgetDraftsOf } from '#drafts';
import { CustomerLeads } from '#leads';
import { OpportunitiesCard } from '#opportunities';
import { OrderPanel, PlaceOrderDialog } from '#orders';
import { useShortcut } from '#shortcuts';
import { namesPeople, Timeline } from '#timeline';
import { m } from '#words';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconReceipt, IconUserOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { RfmChip } from '../mark/rfm-chip.tsx';
import { TierChip } from '../mark/tier-chip.tsx';
import { rememberSeen } from '../recent/seen.ts';
import { CallBrief } from './brief/call-brief.tsx';
import { Figures } from './brief/figures.tsx';
import { OrdersCard } from './brief/orders-card.tsx';
import { CustomerMenu } from './customer-menu.tsx';
import { Profile } from './profile/profile.tsx';
import { useEditCustomer } from './profile/use-edit-customer.ts';
import { RecordTabs, type RecordTab } from './record-tabs.tsx';
import styles from './record.module.css';
import { type Record, useRecord } from './use-record.ts';

// What is seldom seen is fetched when it is.
const TouchpointMap = lazily(async () => (await import('./brief/touchpoint-map.tsx')).TouchpointMap);
const DeletedBar = lazily(async () => (await import('./deleted-bar.tsx')).DeletedBar);
const ErasedBar = lazily(async () => (await import('./erased-bar.tsx')).ErasedBar);
const ConflictDialog = lazily(async () => (await import('./profile/conflict-dialog.tsx')).ConflictDialog);

const isId = (text: string): boolean => /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);

export interface CustomerPageProps {
  readonly id: string;
  /** To whom of his contacts it is opened. */
  readonly contact?: string | undefined;
}

/** The whole customer on one screen: who he is, what happened, what to do next. */
export function CustomerPage({ id, contact }: CustomerPageProps) {
  return isId(id) ? <CustomerLoader id={id} contact={contact} /> : <NoCustomer />;
}

function CustomerLoader({ id, contact }: CustomerPageProps) {
  const { customer, asked, error, refetch, renew } = useRecord(id);
  const navigate = useNavigate();
  const known = customer?.id;
  // An old id of somebody who was merged names the one he is now.
  useEffect(() => {
    if (known && known !== id) void navigate({ to: '/customers/$id', params: { id: known }, search: { contact }, replace: true });
  }, [known, id, contact, navigate]);
  if (customer) return <CustomerRecord customer={customer} contact={contact} renew={renew} />;
  if (error) return <><PageHeader title={m.shell_nav_customers()} /><ErrorState error={error} onRetry={() => void refetch()} /></>;
  return asked ? <NoCustomer /> : <><PageHeader title={m.design_loading()} /><SkeletonRows rows={14} /></>;
}

function NoCustomer() {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={m.shell_nav_customers()} />
      <EmptyState icon={IconUserOff} text={m.customers_gone()} action={{ label: m.customers_to_list(), keys: 'g c', onAct: () => void navigate({ to: '/customers' }) }} />
    </>
  );
}

function CustomerRecord({ customer, contact, renew }: Omit<CustomerPageProps, 'id'> & { readonly customer: Record; readonly renew: () => void }) {
  const { id: userId, role } = useMe();
  const [tab, setTab] = useState<RecordTab>(contact ? 'profile' : 'brief');
  const [order, setOrder] = useState<string>();
  const [ordering, setOrdering] = useState(false);
  const [naming, setNaming] = useState(false);
  const editing = useEditCustomer();
  const first = customer.timeline;
  const people = usePeople(naming || first.edges.some(({ node }) => namesPeople(node)));
  const { id, name, kind, deletedAt, erasedAt } = customer;
  const lives = deletedAt === null && erasedAt === null;
  useEffect(() => rememberSeen(userId, { id, kind }), [userId, id, kind]);
  // Erased by a colleague perhaps: what was half written here goes with him.
  useEffect(() => { if (erasedAt) forgetDraftsOf(id); }, [id, erasedAt]);
  const editFirst = () => {
    setTab('profile');
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-part=profile] [data-field] button')?.click());
  };
  useShortcut({ keys: 'e', label: m.customers_edit(), group: 'page', opens: true, run: editFirst }, customer.viewerCanUpdate);
  const mayOrder = lives && scopeOf(role, 'order', 'create') !== 'none';
  const newOrder = () => setOrdering(true);
  useShortcut({ keys: 'n', label: m.orders_new(), group: 'page', opens: true, run: newOrder }, mayOrder);
  const mayWrite = lives && scopeOf(role, 'activity', 'create') !== 'none';
  return (
    <>
      <PageHeader
        title={name} beside={<><TierChip tier={customer.facts.valueTier} /><RfmChip segment={customer.facts.rfmSegment} /></>}
        actions={<>{mayOrder && <Button variant="default" className={styles.wide} leftSection={<IconReceipt size={14} stroke={1.6} />} rightSection={<KeyHint keys="n" />} onClick={newOrder}>{m.orders_new()}</Button>}<CustomerMenu customer={customer} /></>}
      />
      {erasedAt && <ErasedBar customer={customer} />}
      {deletedAt && !erasedAt && <DeletedBar customer={customer} />}
      <RecordTabs tab={tab} onTab={setTab} />
      <div className={styles.record} data-tab={tab}>
        {/* Of somebody erased nothing is left in here that takes the focus, and it scrolls all the same. */}
        <div className={styles.left} data-part="profile" tabIndex={erasedAt ? 0 : undefined}><Profile customer={customer} editing={editing} contact={contact} /></div>
        <div className={styles.middle} data-part="timeline">
          {mayWrite && <Composer customerId={id} people={people.users} onNeedPeople={() => setNaming(true)} onBegin={() => setTab('timeline')} onSaved={renew} />}
          {scopeOf(role, 'timeline', 'read') === 'none'
            ? <p className={styles.none}>{m.customers_no_timeline()}</p>
            : <Timeline customerId={id} first={first} nameOf={people.nameOf} onOpenOrder={setOrder} />}
        </div>
        <aside className={styles.right} data-part="brief" aria-label={m.customers_brief()}>
          <CallBrief customer={customer} onOpenOrder={setOrder} />
          <CustomerCycles id={id} after={customer} onOpenOrder={setOrder} onChanged={renew} />
          <Figures customer={customer} />
          <CustomerLeads customerId={id} />
          <OpportunitiesCard customerId={id} changed={customer.timeline.edges[0]?.node.id} />
          <OrdersCard customer={customer} onOpenOrder={setOrder} onNewOrder={mayOrder ? newOrder : undefined} />
          <TouchpointMap customer={customer} />
        </aside>
      </div>
      {editing.conflict && <ConflictDialog conflict={editing.conflict} onResolve={editing.resolve} />}
      {ordering && <PlaceOrderDialog customer={{ id, name }} onPlaced={setOrder} onClose={() => setOrdering(false)} />}
      {order && <OrderPanel id={order} onClose={() => setOrder(undefined)} />}
    </>
  );
}
