import { Addresses, Consents, ContactPeople, ContactPoints } from '#contacts';
import { lazily, Monogram, useFormatting } from '#design';
import { useMe } from '#access';
import { StandingPanel } from '#lifecycle';
import { mayReadMarked, scopeOf } from '@orbita/domain/access';
import { kindText } from '../../mark/kind-text.ts';
import type { Record } from '../use-record.ts';
import { ProfileFields } from './profile-fields.tsx';
import { TagsField } from './tags-field.tsx';
import styles from '../record.module.css';
import type { CustomerEditing } from './use-edit-customer.ts';

const MergedFrom = lazily(async () => (await import('../merged-from.tsx')).MergedFrom);
const AcquisitionCost = lazily(async () => (await import('./acquisition-cost.tsx')).AcquisitionCost);

const QualityLine = lazily(async () => (await import('./quality-line.tsx')).QualityLine);
const CustomProfile = lazily(async () => (await import('./custom-profile.tsx')).CustomProfile);

interface ProfileProps {
  readonly customer: Record;
  readonly editing: CustomerEditing;
  /** To whom of his contacts the record was opened. */
  readonly contact: string | undefined;
}

/** Left: who he is, whose he is, where he is reached and what he agreed to. */
export function Profile({ customer, editing, contact }: ProfileProps) {
  const { language } = useFormatting();
  const { role } = useMe();
  const mayReach = customer.viewerCanUpdate && scopeOf(role, 'contact', 'update') !== 'none';
  // What one may not read is left out: "not known" would be untrue.
  const personal = mayReadMarked(role, 'personal');
  const reachable = personal && scopeOf(role, 'contact', 'read') !== 'none';
  const organisation = customer.kind === 'ORGANISATION';
  return (
    <div className={styles.profile}>
      <div className={styles.who}>
        <Monogram name={customer.name} shape={organisation ? 'square' : 'round'} size={32} />
        <div><p className={styles.name}>{customer.name}</p><p className={styles.kind}>{[kindText(customer.kind, language), customer.facts.city].filter(Boolean).join(' · ')}</p></div>
      </div>
      <TagsField customer={customer} editing={editing} />
      <StandingPanel customerId={customer.id} stamp={customer.timeline.edges[0]?.node.id} />
      <ProfileFields customer={customer} editing={editing} />
      {customer.customValues.length > 0 && <CustomProfile customer={customer} editing={editing} />}
      {mayReadMarked(role, 'margin') && <AcquisitionCost customer={customer} />}
      {reachable && <ContactPoints customer={customer} mayEdit={mayReach} />}
      <Consents customer={customer} mayEdit={mayReach} />
      {organisation && reachable && <ContactPeople customer={customer} mayEdit={mayReach} sought={contact} />}
      {personal && <Addresses customer={customer} mayEdit={mayReach} />}
      {reachable && customer.deletedAt === null && <QualityLine customerId={customer.id} stamp={customer.timeline.edges[0]?.node.id} />}
      {customer.mergedFrom.length > 0 && <MergedFrom customer={customer} />}
    </div>
  );
}
