import { createCustomer, customerById, deleteCustomer, restoreCustomer, updateCustomer } from '@orbita/database/customers';
import { once } from '@orbita/database/requests';
import { Channel, CustomerSource } from './customer-enums.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { CustomValueInputType } from '#custom-fields';
import { AddressInputType, ContactPointInputType } from '#contacts';
import { RefusalType } from '#refusals';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { LocalDate } from '#scalars';
import { customerSelection } from './customer-reader.ts';
import { CustomerKind, CustomerType } from './customer.type.ts';

@InputType()
class ExternalIdInput {
  @Field(() => String, { description: 'The other system: `shop`, `erp`.' }) system!: string;
  @Field(() => String) id!: string;
}

@InputType()
abstract class CustomerFieldsInput {
  @Field(() => String, { nullable: true, description: 'Of an organisation; of a person when given and family name are not known apart.' }) name?: string | null;
  @Field(() => String, { nullable: true }) givenName?: string | null;
  @Field(() => String, { nullable: true }) familyName?: string | null;
  @Field(() => String, { nullable: true, description: 'Checked by its check digit.' }) taxId?: string | null;
  @Field(() => String, { nullable: true, description: "ISO 3166, when it is not the company's." }) taxCountry?: string | null;
  @Field(() => LocalDate, { nullable: true }) birthDate?: string | null;
  @Field(() => String, { nullable: true }) iban?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 639: es, en.' }) language?: string | null;
  @Field(() => CustomerSource, { nullable: true }) source?: keyof typeof CustomerSource | null;
  @Field(() => Channel, { nullable: true }) preferredChannel?: keyof typeof Channel | null;
  @Field(() => Boolean, { nullable: true }) doNotContact?: boolean;
  @Field(() => [String], { nullable: true }) tags?: string[];
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => [CustomValueInputType], { nullable: true, description: "The company's own fields that are named; of the others nothing is said." }) custom?: CustomValueInputType[] | null;
}

@InputType()
export class CreateCustomerInput extends CustomerFieldsInput {
  @Field(() => CustomerKind) kind!: keyof typeof CustomerKind;
  @Field(() => [ContactPointInputType], { nullable: true }) contactPoints?: ContactPointInputType[];
  @Field(() => [AddressInputType], { nullable: true }) addresses?: AddressInputType[];
  @Field(() => [ExternalIdInput], { nullable: true }) externalIds?: ExternalIdInput[];
  @Field(() => Boolean, {
    nullable: true, description: 'Whoever makes him has looked at those who are like him: without it a likely duplicate is refused with POSSIBLE_DUPLICATE.',
  }) evenIfDuplicate?: boolean;
}

@InputType()
export class UpdateCustomerInput extends CustomerFieldsInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => CustomerKind, { nullable: true }) kind?: keyof typeof CustomerKind;
}

@ObjectType({ description: 'The customer as he is now, or why nothing was done.' })
export class CustomerResult {
  @Field(() => CustomerType, { nullable: true }) customer?: CustomerType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@Resolver()
export class CustomerMutationResolver {
  @Mutation(() => CustomerResult)
  @Allow('customer', 'create')
  createCustomer(
    @Arg('input', () => CreateCustomerInput) input: CreateCustomerInput, @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo, @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ) {
    return decide(context, (em) => once(em, onceFor(context, key, { createCustomer: input }), () =>
      createCustomer(em, input, writingOf(context))), (id) => customerAnswer(context, id, info));
  }

  @Mutation(() => CustomerResult)
  @Allow('customer', 'update')
  updateCustomer(
    @Arg('input', () => UpdateCustomerInput) input: UpdateCustomerInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ) {
    const answer = (id: string) => customerAnswer(context, id, info);
    return decide(context, (em) => updateCustomer(em, input, writingOf(context)), answer, () => answer(input.id));
  }

  @Mutation(() => CustomerResult)
  @Allow('customer', 'delete')
  deleteCustomer(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return decide(context, (em) => deleteCustomer(em, id, writingOf(context)), (done) => customerAnswer(context, done, info));
  }

  @Mutation(() => CustomerResult)
  @Allow('customer', 'delete')
  restoreCustomer(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return decide(context, (em) => restoreCustomer(em, id, writingOf(context)), (done) => customerAnswer(context, done, info));
  }
}

/** The customer after a write, read as every read does; what is under `path` of the answer says which parts. */
export async function customerAnswer(
  context: RequestContext, id: string, info: GraphQLResolveInfo,
): Promise<{ customer: CustomerType | null }> {
  const row = await customerById(context.em, id, customerSelection(info, context, ['customer']), context.viewer, context.now);
  return { customer: row as unknown as CustomerType | null };
}

const onceFor = ({ viewer, idempotencyKey, now }: RequestContext, key: string | undefined, input: unknown) =>
  ({ principal: viewer.userId, key: key ?? idempotencyKey, input, now });
