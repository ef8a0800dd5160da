import { Chip, ConfirmDialog } from '#design';
import type { CustomerReachFragment } from '#operations';
import { m } from '#words';
import { channelOf } from '@orbita/domain/contacts';
import { mayContact, type Permission } from '@orbita/domain/privacy';
import { useState } from 'react';
import { statementsOf } from './statements-of.ts';

type Point = CustomerReachFragment['contactPoints'][number];

interface ReachLinkProps {
  readonly point: Point;
  readonly customer: CustomerReachFragment;
  readonly href: string | undefined;
}

/** Writes or calls; of one who said no, or whose yes has lapsed, only when it is meant. */
export function ReachLink({ point, customer, href }: ReachLinkProps) {
  const [asking, setAsking] = useState(false);
  const no = refusedBy(point, customer);
  if (!href) return <>{point.value}</>;
  return (
    <>
      <a href={href} title={point.value} onClick={(event) => { if (no) { event.preventDefault(); setAsking(true); } }}>{point.value}</a>
      {asking && (
        <ConfirmDialog title={m.privacy_reach_title()} action={m.privacy_reach_go()} onClose={() => setAsking(false)} onConfirm={() => { setAsking(false); window.location.href = href; }}>
          {no === 'DO_NOT_CONTACT' ? m.privacy_reach_opted_out() : no === 'EXPIRED' ? m.privacy_reach_expired() : m.privacy_reach_denied()}
        </ConfirmDialog>
      )}
    </>
  );
}

/** Says beside a point that he wants no offers there, no more, or nothing at all. */
export function ReachMark({ point, customer }: Omit<ReachLinkProps, 'href'>) {
  const no = refusedBy(point, customer);
  if (!no) return null;
  if (no === 'DO_NOT_CONTACT') return <Chip tone="bad">{m.privacy_no_contact()}</Chip>;
  return <Chip tone="warn">{no === 'EXPIRED' ? m.privacy_consent_lapsed() : m.privacy_no_offers()}</Chip>;
}

/** Why nobody should turn to him there with an offer, as far as he said so himself. */
function refusedBy({ kind }: Point, { doNotContact, consents }: CustomerReachFragment): Permission['because'] | undefined {
  const channel = channelOf(kind as Parameters<typeof channelOf>[0]);
  if (!channel) return undefined;
  const { allowed, because } = mayContact({ doNotContact, statements: statementsOf(consents) }, channel, 'MARKETING', Date.now());
  return allowed || because === 'NOT_ASKED' ? undefined : because;
}
