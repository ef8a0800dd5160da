import { contactOrders, type ContactFilter, type ContactRow, countContacts, type CustomerRow, listContacts } from '@orbita/database/customers';
import { contactCatalogue } from '@orbita/domain/contacts';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, InputType, Int, ObjectType, Query, registerEnumType, Resolver, Root } from 'type-graphql';
import { ContactType } from '#contacts';
import { sortedBy } from '#custom-fields';
import { type Connection, connectionOf, connectionType, keysetPage, PageArgs, pageSize } from '#paging';
import { Allow, type RequestContext, ruleOf, selectedFields } from '#request';
import { Json } from '#scalars';
import { customerReader } from './customer-reader.ts';
import { CustomerType, NamedType } from './customer.type.ts';

const ContactOrderBy = Object.fromEntries(contactOrders.map((name) => [name, name]));
registerEnumType(ContactOrderBy, { name: 'ContactOrderBy', description: 'Name of the contact, name of his customer, when he was added, when he was changed last.' });

@InputType('ContactOrder')
class ContactOrderInput {
  @Field(() => ContactOrderBy) by!: (typeof contactOrders)[number];
  @Field(() => Boolean, { defaultValue: false }) descending!: boolean;
  @Field(() => String, { nullable: true, description: "Name of one of the company's own fields; it goes before `by`." }) custom?: string | null;
}

@ArgsType()
class ContactsArgs extends PageArgs {
  @Field(() => Json, { nullable: true, description: "A rule tree over the fields of the contact and the facts of its customer (`ruleCatalogue(subject: contact)`)." }) rule?: unknown;
  @Field(() => String, { nullable: true, description: 'In the name, the ways to reach him and the name of his customer.' }) search?: string;
  @Field(() => ID, { nullable: true }) customerId?: string;
  @Field(() => ContactOrderInput, { nullable: true }) orderBy?: ContactOrderInput;
}

@ObjectType()
class ContactConnection extends connectionType('Contact', ContactType) {}

type Listed = Connection<ContactRow> & { filter: ContactFilter };

@Resolver(() => ContactConnection)
export class ContactConnectionResolver {
  @FieldResolver(() => Int, { description: 'Everything the filter names, not the page.' })
  totalCount(@Root() { filter }: Listed, @Ctx() { em, viewer, now }: RequestContext): Promise<number> {
    return countContacts(em, filter, viewer, now);
  }
}

@Resolver(() => ContactType)
export class ContactListResolver {
  @Query(() => ContactConnection, {
    complexity: ({ args, childComplexity }: { args: PageArgs; childComplexity: number }) => pageSize(args).size * childComplexity,
    description: 'The people who act for organisations, by name unless another order is asked for; empty to one who may not read personal data.',
  })
  @Allow('contact', 'read')
  async contacts(@Args(() => ContactsArgs) args: ContactsArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<Listed> {
    const { em, viewer, now } = context;
    const { search, customerId, orderBy: order = { by: 'name', descending: false } } = args;
    const filter = { rule: await ruleOf(context, args.rule, contactCatalogue), search, customerId };
    const field = order.custom ? await sortedBy('CONTACT', order.custom, 'orderBy.custom', context) : undefined;
    const rows = await listContacts(em, filter, { ...keysetPage(args), order, field }, selectedFields(info, ['edges', 'node']), viewer, now);
    return { ...connectionOf(rows, args, (row) => [row.sortValue, row.id]), filter };
  }

  @FieldResolver(() => NamedType, { nullable: true, description: 'Who looks after the customer.' })
  owner(@Root() { owner }: ContactRow): NamedType | null {
    return owner ?? null;
  }

  @FieldResolver(() => CustomerType, { description: 'For whom he acts.' })
  customer(@Root() { customerId }: ContactRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow | null> {
    return customerReader(context, customerId, info);
  }
}
