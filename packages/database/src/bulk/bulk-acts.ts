import type { Viewer } from '@orbita/domain/access';
import type { BulkChange, Written } from '@orbita/domain/bulk';
import type { Refusal } from '@orbita/domain/refusal';
import type { RawBuilder } from 'kysely';
import type { Em } from '#connection';
import type { CustomerFilter } from '#customers';
import type { LeadFilter } from '#leads';
import type { OpportunityFilter } from '#opportunities';
import type { Writing } from '#requests';

/** Whom a change is about: these, or everything that a list's filter names. */
export type BulkTargets = { readonly ids: readonly string[] } | { readonly filter: BulkFilter };
export type BulkFilter = CustomerFilter & OpportunityFilter & LeadFilter;

/** What became of one thing: what was written of it (nothing, where it was so already), or why nothing was. */
export type BulkAnswer = { readonly changed: Written } | Refusal;

/** A thing to be changed back, with what was written of it. */
export interface WrittenThing {
  readonly id: string;
  readonly written: Written;
}

/** How the things of one kind are changed many at once: by the verbs by which they are changed one by one. */
export interface BulkActs {
  /** How many are changed in one transaction. */
  readonly atOnce: number;
  /** How many a preview looks at. */
  readonly previewed: number;
  /** What the filter names in the viewer's sight: `id` and `customer_id` of each. */
  readonly named: (filter: BulkFilter, viewer: Viewer, moment: { readonly now: Date; readonly zone: string }) => RawBuilder<unknown>;
  /** What the thing with the id of that column is called, for whom may see it. */
  readonly called: (id: RawBuilder<unknown>, viewer: Viewer) => RawBuilder<string | null>;
  /** In the transaction that is open, each decided by itself; answers in the order of the ids. */
  readonly perform: (em: Em, ids: readonly string[], change: BulkChange, writing: Writing) => Promise<BulkAnswer[]>;
  /** What `perform` would answer; nothing is written. */
  readonly preview: (em: Em, ids: readonly string[], change: BulkChange, writing: Writing) => Promise<BulkAnswer[]>;
  /** Writes back what was there before, where still stands what was written. */
  readonly takeBack: (em: Em, things: readonly WrittenThing[], change: BulkChange, writing: Writing) => Promise<BulkAnswer[]>;
}
