import type { CustomerRow } from '@orbita/database/customers';
import type { ChangeRow } from '@orbita/database/segments';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { customerReader, CustomerType } from '#customers';
import type { RequestContext } from '#request';
import { SegmentChange } from './segment.type.ts';

@Resolver(() => SegmentChange)
export class SegmentChangeResolver {
  @FieldResolver(() => CustomerType, { nullable: true })
  customer(@Root() { customerId }: ChangeRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow | null> {
    return customerReader(context, customerId, info);
  }
}
