import type { Em } from '@orbita/database/connection';
import { followSettings } from '@orbita/database/lifecycle';
import { followEvents } from '@orbita/database/segments';
import type { OutboxEvent } from '@orbita/database/timeline';

/** Something that reacts to what happened. It gets every event, in order per customer, at least once, also after a crash. */
export interface Reader {
  readonly name: string;
  /** `em` is in the transaction that moves the reader's cursor: what is written through it is written exactly once. */
  readonly handle: (em: Em, events: readonly OutboxEvent[], now: Date) => Promise<void>;
}

/** Everything that reacts to events. A new reader is one more line, and gets what happens from its first start on. */
export const readers: readonly Reader[] = [
  { name: 'segment-members', handle: followEvents },
  { name: 'recounted-by-settings', handle: followSettings },
];
