import { type ErasureReason, erasureReasons } from '@orbita/domain/privacy';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NamedType } from '#customers';
import { connectionType, PageArgs } from '#paging';
import { DateTime } from '#scalars';

const nullable = true;
const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
const ErasureReasonEnum = byName(erasureReasons);
registerEnumType(ErasureReasonEnum, { name: 'ErasureReason', description: 'Why a person is erased: GDPR article 17 (1).' });
const ErasureFateEnum = byName(['DELETED', 'EMPTIED', 'KEPT'] as const);
registerEnumType(ErasureFateEnum, {
  name: 'ErasureFate',
  valuesConfig: {
    DELETED: { description: 'The rows go.' }, EMPTIED: { description: 'What is his own goes; amounts and dates stay.' }, KEPT: { description: 'Nothing in them is his own.' },
  },
});

@ObjectType('KeptKind', { description: 'What is kept of one kind.' })
export class KeptKindType {
  @Field(() => String, { description: 'Name of the kind: `customer`, `contact_point`, `activity`, `sales_order`…' }) kind!: string;
  @Field(() => Int) count!: number;
  @Field(() => ErasureFateEnum) erasure!: keyof typeof ErasureFateEnum;
}

@ObjectType('StillOpen', { description: 'What is still going on, and ends with him.' })
export class StillOpenType {
  @Field(() => Int) orders!: number;
  @Field(() => Int) opportunities!: number;
  @Field(() => Int) leads!: number;
  @Field(() => Int) tasks!: number;
}

@ObjectType('PersonalDataKept', { description: 'What is kept about a person, by kind, and what an erasure does with it.' })
export class PersonalDataKeptType {
  @Field(() => ID) customerId!: string;
  @Field(() => ID, { nullable, description: 'The contact, where it is about one alone.' }) contactId!: string | null;
  @Field(() => String, { description: 'Whose name must be typed before he is erased.' }) name!: string;
  @Field(() => Boolean) erased!: boolean;
  @Field(() => [KeptKindType], { complexity: 5 }) kinds!: KeptKindType[];
  @Field(() => StillOpenType) open!: StillOpenType;
  @Field(() => Int, { nullable, description: 'The last year in which the law has documents of his orders kept: they stay, without his name.' }) lawKeepsUntil!: number | null;
  @Field(() => Boolean) viewerCanErase!: boolean;
}

@ObjectType('Erasure', { description: 'Somebody was erased. No value of his is kept.' })
export class ErasureType {
  @Field(() => ID) id!: string;
  @Field(() => ID) customerId!: string;
  @Field(() => ID, { nullable, description: 'The contact who was erased alone.' }) contactId!: string | null;
  @Field(() => String, { nullable, description: 'How the erased customer, or the organisation of the contact, is called.' }) name!: string | null;
  @Field(() => ErasureReasonEnum) reason!: ErasureReason;
  @Field(() => DateTime) erasedAt!: string;
  @Field(() => NamedType, { nullable }) by!: NamedType | null;
  @Field(() => Boolean, { description: 'Whether files and the register outside of the database are done as well.' }) finished!: boolean;
}

@ObjectType()
export class ErasureConnection extends connectionType('Erasure', ErasureType) {}

@ArgsType()
export class ErasuresArgs extends PageArgs {
  @Field(() => ErasureReasonEnum, { nullable }) reason?: ErasureReason;
}

@InputType()
export class EraseCustomerInput {
  @Field(() => ID) customerId!: string;
  @Field(() => ErasureReasonEnum) reason!: ErasureReason;
  @Field(() => Boolean, { defaultValue: false, description: 'Say that what is still open ends with him; refused without, when something is.' }) endOpen!: boolean;
}

@InputType()
export class EraseContactInput {
  @Field(() => ID) customerId!: string;
  @Field(() => ID) contactId!: string;
  @Field(() => ErasureReasonEnum) reason!: ErasureReason;
}
