import { Chip, showToast } from '#design';
import { AddContactPointDocument, type CustomerReachFragment, PreferContactPointDocument, RemoveContactPointDocument } from '#operations';
import { m } from '#words';
import { ActionIcon, Menu } from '@mantine/core';
import { IconAt, IconBrandSocketIo, IconDots, IconMessage, IconPhone, IconStarFilled, IconWorld } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { PanelHead } from './panel-head.tsx';
import styles from './contacts.module.css';
import { ReachLink, ReachMark } from './reach-link.tsx';
import { pointKindWord } from './reach-words.ts';
import { useReach } from './use-reach.ts';

const AddPointForm = lazy(async () => ({ default: (await import('./forms/add-point-form.tsx')).AddPointForm }));

type Point = CustomerReachFragment['contactPoints'][number];

const icons: Record<string, typeof IconAt> = { EMAIL: IconAt, PHONE: IconPhone, MOBILE: IconPhone, MESSAGING: IconMessage, WEBSITE: IconWorld, SOCIAL: IconBrandSocketIo };

interface ContactPointsProps {
  readonly customer: CustomerReachFragment;
  readonly mayEdit: boolean;
}

/** Where he is reached: a click writes or calls. */
export function ContactPoints({ customer, mayEdit }: ContactPointsProps) {
  const [adding, setAdding] = useState(false);
  return (
    <section aria-label={m.contacts_points()}>
      <PanelHead title={m.contacts_points()} add={mayEdit ? m.contacts_add_point() : undefined} onAdd={() => setAdding(!adding)} open={adding} />
      <Suspense>{adding && <AddPointForm customer={customer} onDone={() => setAdding(false)} />}</Suspense>
      <ul className={styles.list}>
        {customer.contactPoints.map((point) => <PointLine key={point.id} point={point} customer={customer} mayEdit={mayEdit} />)}
      </ul>
      {customer.contactPoints.length === 0 && !adding && <p className={styles.none}>{m.contacts_no_points()}</p>}
    </section>
  );
}

function hrefOf({ kind, normalised }: Point): string | undefined {
  if (kind === 'EMAIL') return `mailto:${normalised}`;
  if (kind === 'PHONE' || kind === 'MOBILE') return `tel:${normalised}`;
  return kind === 'WEBSITE' && /^https?:\/\//.test(normalised) ? normalised : undefined;
}

function PointLine({ point, customer, mayEdit }: ContactPointsProps & { readonly point: Point }) {
  const { act } = useReach();
  const Icon = icons[point.kind] ?? IconAt;
  const href = hrefOf(point);
  const of = customer.contacts.find(({ id }) => id === point.contactId);
  const about = { customerId: customer.id, id: point.id };
  const remove = async () => {
    if (await act(RemoveContactPointDocument, about)) return;
    const { kind, value, label, contactId } = point;
    const input = { customerId: customer.id, kind: kind as 'EMAIL', value, label, contactId, preferred: point.preferred };
    showToast(m.contacts_removed({ value }), { undo: () => void act(AddContactPointDocument, { input }) });
  };
  return (
    <li className={styles.point}>
      <Icon size={14} stroke={1.6} aria-hidden />
      <span className={styles.value}>
        <span className="visually-hidden">{pointKindWord(point.kind)} </span>
        <ReachLink point={point} customer={customer} href={href} />
        <span className={styles.sub}>{[point.label, of && [of.givenName, of.familyName].filter(Boolean).join(' ')].filter(Boolean).join(' · ')}</span>
      </span>
      <ReachMark point={point} customer={customer} />
      {point.preferred && <IconStarFilled size={12} className={styles.star} aria-label={m.contacts_preferred()} />}
      {(point.bouncedAt !== null || !point.valid) && <Chip tone="bad">{point.valid ? m.contacts_bounced() : m.contacts_invalid()}</Chip>}
      {mayEdit && (
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon size={24} aria-label={m.contacts_acts({ value: point.value })}><IconDots size={14} /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            {!point.preferred && <Menu.Item onClick={() => void act(PreferContactPointDocument, about)}>{m.contacts_prefer()}</Menu.Item>}
            <Menu.Item onClick={() => void navigator.clipboard.writeText(point.value)}>{m.contacts_copy()}</Menu.Item>
            <Menu.Item onClick={() => void remove()}>{m.contacts_remove()}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
