import type { Viewer } from '@orbita/domain/access';
import type { Actor } from '#timeline';

/** In whose name, through which door and when something is written; the company decides days and amounts. */
export interface Writing {
  readonly viewer: Viewer;
  readonly actor: Actor;
  readonly now: Date;
  readonly company: { readonly id: string; readonly zone: string; readonly currency: string; readonly country: string };
}
