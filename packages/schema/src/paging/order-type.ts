import { type ClassType, Field, InputType, registerEnumType } from 'type-graphql';

export interface ListOrder<Name extends string> {
  readonly by: Name;
  readonly descending: boolean;
}

/** Declares `XOrder` and `XOrderBy`: by what a list is sorted, and which way. */
export function orderType<Name extends string>(name: string, orders: readonly Name[], description: string): ClassType<ListOrder<Name>> {
  const By = Object.fromEntries(orders.map((each) => [each, each]));
  registerEnumType(By, { name: `${name}OrderBy`, description });
  @InputType(`${name}Order`)
  class OrderInput implements ListOrder<Name> {
    @Field(() => By) by!: Name;
    @Field(() => Boolean, { defaultValue: false }) descending!: boolean;
  }
  return OrderInput;
}
