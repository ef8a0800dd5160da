import { may, type Viewer } from '@orbita/domain/access';
import type { CustomField } from '@orbita/domain/custom-fields';
import { type DoorKind, type DoorSettings, isAskable } from '@orbita/domain/leads';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { fieldDefinitions } from '#custom-fields';

/** The row behind the API's `CaptureDoor`. */
export interface CaptureDoorRow {
  readonly id: string;
  readonly kind: DoorKind;
  readonly name: string;
  readonly token: string;
  readonly line: { readonly id: string; readonly name: string } | null;
  readonly campaign: { readonly id: string; readonly name: string } | null;
  readonly settings: Partial<DoorSettings>;
  readonly active: boolean;
  /** How many leads came through it. */
  readonly leads: number;
  readonly lastLeadAt: string | null;
  readonly version: number;
}

/** All doors, the newest first, for those who may read them: a token opens its door to everybody. */
export function listCaptureDoors(em: Em, viewer: Viewer): Promise<CaptureDoorRow[]> {
  return rowsOf(em, sql<CaptureDoorRow>`
    select d.id, d.kind, d.name, d.token, d.settings, d.active, d.version, came.leads, came."lastLeadAt",
      (select json_build_object('id', b.id, 'name', b.name) from business_line b where b.id = d.line_id) as line,
      (select json_build_object('id', c.id, 'name', c.name) from campaign c where c.id = d.campaign_id) as campaign
    from capture_door d
    cross join lateral (select count(*)::int as leads, max(l.captured_at) as "lastLeadAt" from lead l where l.door_id = d.id) came
    where d.deleted_at is null and ${sql.lit(may(viewer, 'routing', 'read'))} order by d.created_at desc, d.id`);
}

/** A door that stands open, as whoever knocks at it may know it. */
export interface OpenDoor {
  readonly id: string;
  readonly lineId: string | null;
  readonly campaignId: string | null;
  readonly settings: DoorSettings;
  /** The company's own fields of leads for which its form asks. */
  readonly own: readonly CustomField[];
  readonly company: { readonly id: string; readonly name: string; readonly zone: string; readonly currency: string; readonly country: string; readonly language: 'en' | 'es' };
}

/** The open door of a kind by its token: whoever has it may knock. */
export async function openDoor(em: Em, kind: DoorKind, token: string): Promise<OpenDoor | null> {
  const [row] = await rowsOf(em, sql<Omit<OpenDoor, 'own'> & { fields: CustomField[] }>`
    select d.id, d.line_id as "lineId", d.campaign_id as "campaignId", d.settings, ${fieldDefinitions('LEAD')} as fields,
      (select json_build_object('id', c.id, 'name', c.name, 'zone', c.zone, 'currency', c.currency, 'country', c.country, 'language', c.language)
        from company c limit 1) as company
    from capture_door d where d.token = ${token} and d.kind = ${kind} and d.active and d.deleted_at is null`);
  if (!row) return null;
  const { fields, ...door } = row;
  // One that was put away since is asked for no more; doors of before ask for none.
  return { ...door, own: (door.settings.own ?? []).flatMap((name) => fields.filter((field) => field.name === name && isAskable(field))) };
}
