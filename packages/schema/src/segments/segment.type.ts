import type { Rule } from '@orbita/domain/rules';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CustomerType } from '#customers';
import { connectionType } from '#paging';
import { DateTime, Json } from '#scalars';

export const SegmentKind = { RULE: 'RULE', LIST: 'LIST' } as const;
registerEnumType(SegmentKind, { name: 'SegmentKind' });

@ObjectType('Segment', { description: 'Customers for whom a rule holds, or those put on a list.' })
export class SegmentType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => SegmentKind) kind!: keyof typeof SegmentKind;
  @Field(() => Json, { nullable: true, description: 'The rule tree; null for a list.' }) rule!: Rule | null;
  @Field(() => Boolean) shared!: boolean;
  @Field(() => ID, { nullable: true }) ownerId!: string | null;
  @Field(() => String, { nullable: true }) ownerName!: string | null;
  @Field(() => DateTime, { nullable: true }) deletedAt!: string | null;
  @Field(() => Int) version!: number;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime) updatedAt!: string;
}

@ObjectType()
export class SegmentConnection extends connectionType('Segment', SegmentType) {}

@ObjectType()
export class SegmentMemberConnection extends connectionType('SegmentMember', CustomerType) {}

@ObjectType({ description: 'What one count of a segment found.' })
export class SegmentCount {
  @Field(() => DateTime) countedAt!: string;
  @Field(() => Int) members!: number;
  @Field(() => Int, { description: 'Since the count before.' }) entered!: number;
  @Field(() => Int, { description: 'Since the count before.' }) departed!: number;
}

@ObjectType({ description: 'A customer who came into a segment, or left it.' })
export class SegmentChange {
  @Field(() => ID) customerId!: string;
  @Field(() => DateTime) at!: string;
}

@ObjectType({ description: 'Newest first, a hundred of each at most.' })
export class SegmentChanges {
  @Field(() => [SegmentChange], { complexity: ({ childComplexity }) => 100 * childComplexity }) entered!: SegmentChange[];
  @Field(() => [SegmentChange], { complexity: ({ childComplexity }) => 100 * childComplexity }) left!: SegmentChange[];
}
