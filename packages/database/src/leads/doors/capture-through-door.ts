import { createHash } from 'node:crypto';
import type { CustomValueInput } from '@orbita/domain/custom-fields';
import type { LeadInput } from '@orbita/domain/leads';
import type { Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { captureLead, longestReference, type NewLead } from '../capture/capture-lead.ts';
import type { OpenDoor } from './capture-door.queries.ts';

export interface Knock {
  readonly lead: LeadInput;
  readonly subject?: string | null | undefined;
  /** Of the company's own fields. */
  readonly custom?: readonly CustomValueInput[] | undefined;
  /** What the message is called where it came from. */
  readonly reference?: string | null | undefined;
  readonly now: Date;
}

/** What comes through a door becomes a lead in the name of the door, of its line and campaign, not later than now. */
export const captureThroughDoor = (em: Em, door: OpenDoor, knock: Knock): Promise<string | Refusal> =>
  captureLead(em, leadAt(door, knock), writingOf(door, knock.now));

export function leadAt(door: OpenDoor, { lead, subject, reference, custom, now }: Knock): NewLead & { readonly capturedAt: Date } {
  return {
    ...lead, custom, subject, reference: reference?.trim() && short(reference.trim()), doorId: door.id, lineId: lead.lineId ?? door.lineId,
    campaignId: lead.campaignId ?? door.campaignId, capturedAt: new Date(Math.min(lead.capturedAt, now.getTime())),
  };
}

/** Whoever knocks is nobody we know: the door writes, and sees whom he means. */
export const writingOf = (door: OpenDoor, now: Date): Writing => ({
  viewer: { userId: door.id, role: 'administrator', teamId: null, partnerId: null, language: door.company.language },
  actor: { kind: 'SYSTEM', id: null, channel: 'WEB' }, now, company: door.company,
});

/** A mail program may call its message by any length: it is not lost for that, and known again by a digest. */
const short = (reference: string): string =>
  (reference.length <= longestReference ? reference : `sha256:${createHash('sha256').update(reference).digest('base64url')}`);
