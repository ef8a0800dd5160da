import type { Writing } from '@orbita/database/requests';
import { actorOf, type RequestContext } from '#request';

/** In whose name, through which door and when this request writes. */
export const writingOf = (context: RequestContext): Writing => ({
  viewer: context.viewer, actor: actorOf(context), now: context.now, company: context.company,
});
