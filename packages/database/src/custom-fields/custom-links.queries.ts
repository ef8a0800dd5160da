import type { Viewer } from '@orbita/domain/access';
import type { CustomChange, CustomField } from '@orbita/domain/custom-fields';
import { pathOf } from '@orbita/domain/custom-fields';
import { refuse, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';

interface Link {
  readonly name: string;
  readonly type: 'CUSTOMER' | 'USER';
  readonly id: string;
}

/** Whether the links lead to somebody who is there, by type and id: of many things that are changed at once each is looked up once. */
export type LinksLookedUp = Map<string, boolean>;

const keyOf = ({ type, id }: Link): string => `${type}:${id}`;

/** Refuses a link to a customer whom the viewer does not see, or to a user who is not there. */
export async function refuseStrangeLinks(
  em: Em, fields: readonly CustomField[], { changed, known }: Pick<CustomChange, 'changed'> & { readonly known: LinksLookedUp }, viewer: Viewer,
): Promise<Refusal | undefined> {
  const links = fields.flatMap(({ name, type }): Link[] => {
    const id = changed[name]?.after;
    return (type === 'CUSTOMER' || type === 'USER') && id ? [{ name, type, id: String(id) }] : [];
  });
  const unknown = links.filter((link) => !known.has(keyOf(link)));
  if (unknown.length > 0) {
    const there = await lookUp(em, unknown, viewer);
    for (const link of unknown) known.set(keyOf(link), there.has(link.id));
  }
  const strange = links.find((link) => !known.get(keyOf(link)));
  return strange && refuse('NOT_FOUND', { field: pathOf(strange.name) });
}

async function lookUp(em: Em, links: readonly Link[], viewer: Viewer): Promise<ReadonlySet<string>> {
  const ids = (type: Link['type']) => links.filter((link) => link.type === type).map(({ id }) => id);
  const found = await rowsOf(em, sql<{ id: string }>`
    select c.id from customer c where c.id = any(${ids('CUSTOMER')}::uuid[]) and c.deleted_at is null and ${visible('c', viewer)}
    union all select u.id from app_user u where u.id = any(${ids('USER')}::uuid[]) and u.active`);
  return new Set(found.map(({ id }) => id));
}
