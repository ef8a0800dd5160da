import { refusalMessage } from '@orbita/domain/refusal';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type RequestContext, tellDay } from '#request';
import { RefusalType } from './refusal.type.ts';

@Resolver(() => RefusalType)
export class RefusalResolver {
  @FieldResolver(() => String, { description: "In the viewer's language." })
  message(@Root() refusal: RefusalType, @Ctx() { viewer, company }: RequestContext): string {
    return refusal.said ?? refusalMessage({ refused: true, ...refusal }, viewer.language, (iso) => tellDay(Date.parse(iso), iso.includes('T') ? company.zone : 'UTC', viewer.language));
  }
}
