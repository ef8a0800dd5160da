import { type CustomerHit, searchCustomers } from '@orbita/database/search';
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Allow, type RequestContext } from '#request';
import { CustomerKind } from './customer.type.ts';

@ObjectType('CustomerHit', { description: 'A customer found by search as you type.' })
class CustomerHitType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => CustomerKind) kind!: string;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => String, { nullable: true }) country!: string | null;
}

@Resolver()
export class CustomerSearchResolver {
  @Query(() => [CustomerHitType], {
    complexity: 20,
    description: 'By name, e-mail, telephone, tax id or order number; accents, beginnings, the last digits of a number and small misspellings are understood.',
  })
  @Allow('customer', 'read')
  searchCustomers(
    @Arg('text', () => String) text: string,
    @Arg('first', () => Int, { defaultValue: 10 }) first: number,
    @Ctx() { em, viewer }: RequestContext,
  ): Promise<CustomerHit[]> {
    return searchCustomers(em, text, viewer, Math.min(Math.max(first, 1), 50));
  }
}
