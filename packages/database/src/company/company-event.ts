import { type Em } from '#connection';
import type { Writing } from '#requests';
import { appendEvents } from '#timeline';

/** What was done to a thing of the company, under the company's own id: ids, names of fields, values that are nobody's own; what is somebody's own lies apart. */
export function appendCompanyEvent(
  em: Em, type: string, payload: { readonly id: string } & Readonly<Record<string, unknown>>, { actor, now, company }: Writing,
  personal: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return appendEvents(em, [{ customerId: company.id, type, occurredAt: now, payload, personal }], actor, now);
}

/** What stood and what stands now, of the fields in which an input differs: what the audit trail shows. */
export function changedValues<Thing extends object>(thing: Thing, changes: Partial<Thing>): { changed: string[]; values: Record<string, unknown> } {
  const changed = changedFields(thing, changes);
  const pair = (field: string) => [field, { before: thing[field as keyof Thing] ?? null, after: changes[field as keyof Thing] ?? null }];
  return { changed, values: Object.fromEntries(changed.map(pair)) };
}

/** The names of the fields in which an input differs from what stands. */
export function changedFields<Thing extends object>(thing: Thing, changes: Partial<Thing>): string[] {
  return Object.entries(changes)
    .filter(([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(thing[key as keyof Thing]))
    .map(([key]) => key);
}
