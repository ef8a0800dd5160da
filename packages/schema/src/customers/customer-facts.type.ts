import { type FactDefinition, presentFacts } from '@orbita/domain/facts';
import { type GraphQLScalarType } from 'graphql';
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '#request';
import { DateTime, money, MoneyType } from '#scalars';

/**
 * What is known of a customer, one field a fact of the catalogue: the fields are made from the catalogue, so that a
 * new fact is declared once. Null says what the catalogue says of a missing value, or that one may not read it.
 */
@ObjectType('CustomerFacts', { description: 'What is known of a customer; the same facts that rules read.' })
export class CustomerFactsType {}

const scalarOf = (fact: FactDefinition): GraphQLScalarType | typeof Boolean | typeof String | [typeof String] => {
  switch (fact.type) {
    case 'integer': return Int;
    case 'instant': return DateTime;
    case 'boolean': return Boolean;
    case 'id': return ID;
    case 'set': return [String];
    case 'enum': case 'text': return String;
    default: return fact.type satisfies never;
  }
};

// Where he stands in each lifecycle model is `Customer.stages`: models are the company's, fields are not.
const shown = presentFacts().filter(({ key }) => !key.includes('.'));

for (const fact of shown) {
  const { label, nullMeans, unit } = fact;
  const description = `${label.en}${nullMeans ? `; null: ${nullMeans.en}` : ''}.`;
  if (unit === 'money') continue;
  Field(() => scalarOf(fact), { nullable: true, description })(CustomerFactsType.prototype, fact.key);
}

type FactsRow = Record<string, unknown>;

/** Amounts are facts in minor units; the API shows them as money of the company. */
@Resolver(() => CustomerFactsType)
export class CustomerFactsResolver {}

for (const fact of shown.filter(({ unit }) => unit === 'money')) {
  const resolve = (root: FactsRow, context: RequestContext): MoneyType | null =>
    money(root[fact.key] as string | number | null, context.company.currency);
  declareMoneyField(fact, resolve);
}

function declareMoneyField(fact: FactDefinition, resolve: (root: FactsRow, context: RequestContext) => MoneyType | null): void {
  const { prototype } = CustomerFactsResolver;
  Object.defineProperty(prototype, fact.key, { value: resolve, configurable: true });
  const description = `${fact.label.en}${fact.nullMeans ? `; null: ${fact.nullMeans.en}` : ''}.`;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, fact.key)!;
  FieldResolver(() => MoneyType, { nullable: true, description })(prototype, fact.key, descriptor);
  rootAndContext(prototype, fact.key);
}

// The parameters are told to the framework by hand, since there is no method in the text to decorate.
function rootAndContext(prototype: object, key: string): void {
  Root()(prototype, key, 0);
  Ctx()(prototype, key, 1);
}
