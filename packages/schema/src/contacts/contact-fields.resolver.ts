import type { CustomValueRow } from '@orbita/database/custom-fields';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { costOfValues, CustomValuesArgs, CustomValueType, tellCustomValues } from '#custom-fields';
import type { RequestContext } from '#request';
import { ContactType } from './contact.type.ts';

@Resolver(() => ContactType)
export class ContactFieldsResolver {
  @FieldResolver(() => [CustomValueType], { complexity: costOfValues, description: "The company's own fields, in their order, each with what it holds." })
  customValues(
    @Root() { customValues = [] }: { readonly customValues?: readonly CustomValueRow[] }, @Args(() => CustomValuesArgs) { names }: CustomValuesArgs, @Ctx() context: RequestContext,
  ): CustomValueType[] {
    return tellCustomValues(names ? customValues.filter(({ name }) => names.includes(name)) : customValues, context);
  }
}
