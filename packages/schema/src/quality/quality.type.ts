import {
  type QualityDimension, qualityDimensions, type QualityField, qualityFields, qualitySeverities, type QualitySeverity,
} from '@orbita/domain/quality';
import { qualityGroupings } from '@orbita/database/quality';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CustomerSource } from '#customers';
import { connectionType, PageArgs } from '#paging';
import { DateTime, Json } from '#scalars';

const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
const Dimension = byName(qualityDimensions);
registerEnumType(Dimension, { name: 'QualityDimension', description: 'What a check looks at, as ISO/IEC 25012 has it.' });
const Severity = byName(qualitySeverities);
registerEnumType(Severity, { name: 'QualitySeverity', description: 'How much is lost while a check fails.' });
export const Grouping = byName(qualityGroupings);
registerEnumType(Grouping, { name: 'QualityGrouping' });
const FieldOfQuality = byName(qualityFields);
registerEnumType(FieldOfQuality, { name: 'QualityField', description: 'Where a failed check is mended.' });

@ObjectType('QualityCheck', { description: 'One thing that should hold of what is known of a customer.' })
export class QualityCheckType {
  @Field(() => String) key!: string;
  @Field(() => Dimension) dimension!: QualityDimension;
  @Field(() => Severity) severity!: QualitySeverity;
  @Field(() => Int, { description: 'Points of the score.' }) weight!: number;
  @Field(() => FieldOfQuality) field!: QualityField;
}

@ObjectType('CustomerQuality', { description: 'How good the data of a customer are, as of the last look.' })
export class CustomerQualityType {
  @Field(() => Int, { description: '0–100: what holds, of what applies to him, by weight.' }) score!: number;
  @Field(() => DateTime) checkedAt!: string;
}

@ObjectType('QualityFailure', { description: 'How many fail a check.' })
export class QualityFailureType {
  @Field(() => Int) customers!: number;
}

@ObjectType('QualityGroup', { description: 'The customers of one source, owner or team.' })
export class QualityGroupType {
  @Field(() => String, { nullable: true, description: 'A source, or the id of a user or team; null: none.' }) key!: string | null;
  @Field(() => Int) customers!: number;
  @Field(() => Int, { description: 'Mean score.' }) average!: number;
  @Field(() => [QualityFailureType], { complexity: ({ childComplexity }) => 10 * childComplexity, description: 'The most frequent first.' }) failing!: QualityFailureType[];
}

@ObjectType('QualityOverview', { description: 'How good the data of the customers whom the viewer sees are.' })
export class QualityOverviewType {
  @Field(() => Int, { description: 'Whose data were judged.' }) customers!: number;
  @Field(() => Int, { description: 'Of whom nothing is missing.' }) whole!: number;
  @Field(() => Int, { nullable: true, description: 'Mean score; null when nobody was judged.' }) average!: number | null;
  @Field(() => [Int], { complexity: 1, description: 'How many score 0–9, 10–19, …, 90–100.' }) distribution!: number[];
}

@ObjectType('QualityQueueItem', { description: 'A customer of whom something is missing.' })
export class QualityQueueItem {
  @Field(() => ID) id!: string;
}

@ObjectType()
export class QualityQueueConnection extends connectionType('QualityQueue', QualityQueueItem) {}

@ArgsType()
export class QualityQueueArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Key of a check that fails.' }) check?: string;
  @Field(() => CustomerSource, { nullable: true }) source?: keyof typeof CustomerSource;
  @Field(() => ID, { nullable: true }) ownerId?: string;
  @Field(() => Json, { nullable: true, description: 'A rule tree over the facts of the customer (`ruleCatalogue`).' }) rule?: unknown;
  @Field(() => String, { nullable: true, description: 'As `customers` is searched.' }) search?: string;
}
