import type { Viewer } from '@orbita/domain/access';
import type { Actor } from '#timeline';

/** In whose name, through which door and when something is written; the company decides days and amounts. */
export interface Writing {
  readonly viewer: Viewer;
  readonly actor: Actor;
  readonly now: Date;
  /** Where much is written in one go: who is to be counted anew at its end (`refreshCustomers`), by whoever began it. */
  readonly later?: Set<string> | undefined;
  readonly company: { readonly id: string; readonly zone: string; readonly currency: string; readonly country: string };
}
