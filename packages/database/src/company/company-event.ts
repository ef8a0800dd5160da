import { type Em } from '#connection';
import type { Writing } from '#requests';
import { appendEvents } from '#timeline';

/** What was done to a thing of the company: ids and names of fields only, under the company's own id. */
export function appendCompanyEvent(
  em: Em, type: string, payload: { readonly id: string } & Readonly<Record<string, unknown>>, { actor, now, company }: Writing,
): Promise<void> {
  return appendEvents(em, [{ customerId: company.id, type, occurredAt: now, payload }], actor, now);
}

/** The names of the fields in which an input differs from what stands. */
export function changedFields<Thing extends object>(thing: Thing, changes: Partial<Thing>): string[] {
  return Object.entries(changes)
    .filter(([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(thing[key as keyof Thing]))
    .map(([key]) => key);
}
