import type { Viewer } from '@orbita/domain/access';
import type { CustomChange, CustomField } from '@orbita/domain/custom-fields';
import { pathOf } from '@orbita/domain/custom-fields';
import { refuse, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';

/** Refuses a link to a customer whom the viewer does not see, or to a user who is not there. */
export async function refuseStrangeLinks(
  em: Em, fields: readonly CustomField[], { changed }: Pick<CustomChange, 'changed'>, viewer: Viewer,
): Promise<Refusal | undefined> {
  const links = fields.flatMap(({ name, type }) => {
    const id = changed[name]?.after;
    return (type === 'CUSTOMER' || type === 'USER') && id ? [{ name, type, id: String(id) }] : [];
  });
  if (links.length === 0) return undefined;
  const ids = (type: string) => links.filter((link) => link.type === type).map(({ id }) => id);
  const known = await rowsOf(em, sql<{ id: string }>`
    select c.id from customer c where c.id = any(${ids('CUSTOMER')}::uuid[]) and c.deleted_at is null and ${visible('c', viewer)}
    union all select u.id from app_user u where u.id = any(${ids('USER')}::uuid[]) and u.active`);
  const strange = links.find(({ id }) => !known.some((one) => one.id === id));
  return strange && refuse('NOT_FOUND', { field: pathOf(strange.name) });
}
