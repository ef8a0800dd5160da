import {
  addContact, addContactPoint, endAddress, preferContactPoint, recordConsent, removeContact, removeContactPoint, setAddress,
  updateContact,
} from '@orbita/database/contacts';
import type { Em } from '@orbita/database/connection';
import type { Writing } from '@orbita/database/requests';
import type { Refusal } from '@orbita/domain/refusal';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import { AddContactInput, AddContactPointInput, RecordConsentInput, SetAddressInput, UpdateContactInput } from '#contacts';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { customerAnswer, CustomerResult } from './customer-mutation.resolver.ts';

const customerId = () => Arg('customerId', () => ID);
const id = () => Arg('id', () => ID);

/** Whom and how to reach: each write answers with the customer it is about. */
@Resolver()
export class ContactResolver {
  @Mutation(() => CustomerResult)
  @Allow('contact', 'update')
  addContactPoint(@Arg('input', () => AddContactPointInput) input: AddContactPointInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return write(context, info, (em, writing) => addContactPoint(em, input, writing));
  }

  @Mutation(() => CustomerResult)
  @Allow('contact', 'update')
  preferContactPoint(@customerId() customer: string, @id() point: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return write(context, info, (em, writing) => preferContactPoint(em, customer, point, writing));
  }

  @Mutation(() => CustomerResult)
  @Allow('contact', 'update')
  removeContactPoint(@customerId() customer: string, @id() point: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return write(context, info, (em, writing) => removeContactPoint(em, customer, point, writing));
  }

  @Mutation(() => CustomerResult)
  @Allow('contact', 'update')
  recordConsent(@Arg('input', () => RecordConsentInput) input: RecordConsentInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return write(context, info, (em, writing) => recordConsent(em, input, writing));
  }

  @Mutation(() => CustomerResult)
  @Allow('contact', 'update')
  setAddress(@Arg('input', () => SetAddressInput) input: SetAddressInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return write(context, info, (em, writing) => setAddress(em, input, writing));
  }

  @Mutation(() => CustomerResult)
  @Allow('contact', 'update')
  endAddress(@customerId() customer: string, @id() address: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return write(context, info, (em, writing) => endAddress(em, customer, address, writing));
  }

  @Mutation(() => CustomerResult)
  @Allow('contact', 'create')
  addContact(@Arg('input', () => AddContactInput) input: AddContactInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return write(context, info, (em, writing) => addContact(em, input, writing));
  }

  @Mutation(() => CustomerResult)
  @Allow('contact', 'update')
  updateContact(@Arg('input', () => UpdateContactInput) input: UpdateContactInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return write(context, info, (em, writing) => updateContact(em, input, writing), input.customerId);
  }

  @Mutation(() => CustomerResult)
  @Allow('contact', 'update')
  removeContact(@customerId() customer: string, @id() contact: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return write(context, info, (em, writing) => removeContact(em, customer, contact, writing));
  }
}

function write(
  context: RequestContext, info: GraphQLResolveInfo,
  verb: (em: Em, writing: Writing) => Promise<string | Refusal>, current?: string,
) {
  const answer = (done: string) => customerAnswer(context, done, info);
  return decide(context, (em) => verb(em, writingOf(context)), answer, current ? () => answer(current) : undefined);
}
