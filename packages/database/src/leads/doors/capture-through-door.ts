import { createHash } from 'node:crypto';
import type { LeadInput } from '@orbita/domain/leads';
import type { Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { captureLead, longestReference } from '../capture/capture-lead.ts';
import type { OpenDoor } from './capture-door.queries.ts';

export interface Knock {
  readonly lead: LeadInput;
  readonly subject?: string | null | undefined;
  /** What the message is called where it came from. */
  readonly reference?: string | null | undefined;
  readonly now: Date;
}

/** What comes through a door becomes a lead in the name of the door, of its line and campaign, not later than now. */
export function captureThroughDoor(em: Em, door: OpenDoor, { lead, subject, reference, now }: Knock): Promise<string | Refusal> {
  const { capturedAt, ...rest } = lead;
  return captureLead(em, {
    ...rest, subject, reference: reference && short(reference), doorId: door.id, lineId: lead.lineId ?? door.lineId, campaignId: lead.campaignId ?? door.campaignId,
    capturedAt: new Date(Math.min(capturedAt, now.getTime())),
  }, {
    viewer: { userId: door.id, role: 'administrator', teamId: null, partnerId: null, language: door.company.language },
    actor: { kind: 'SYSTEM', id: null, channel: 'WEB' }, now, company: door.company,
  });
}

/** A mail program may call its message by any length: it is not lost for that, and known again by a digest. */
const short = (reference: string): string =>
  (reference.length <= longestReference ? reference : `sha256:${createHash('sha256').update(reference).digest('base64url')}`);
