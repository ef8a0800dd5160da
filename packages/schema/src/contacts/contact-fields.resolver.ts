import type { CustomValueRow } from '@orbita/database/custom-fields';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CustomValuesArgs, CustomValueType, tellCustomValues } from '#custom-fields';
import { type RequestContext, Usually } from '#request';
import { ContactType } from './contact.type.ts';

@Resolver(() => ContactType)
export class ContactFieldsResolver {
  @Usually(10)
  @FieldResolver(() => [CustomValueType], { description: "The company's own fields, in their order, each with what it holds." })
  customValues(
    @Root() { customValues = [] }: { readonly customValues?: readonly CustomValueRow[] }, @Args(() => CustomValuesArgs) { names }: CustomValuesArgs, @Ctx() context: RequestContext,
  ): CustomValueType[] {
    return tellCustomValues(names ? customValues.filter(({ name }) => names.includes(name)) : customValues, context);
  }
}
