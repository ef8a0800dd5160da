import { type EnrichmentConfidence, enrichmentConfidences, type EnrichmentField, enrichmentFields } from '@orbita/domain/enrichment';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CustomerType } from '#customers';
import { RefusalType } from '#refusals';

const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
export const FieldOfEnrichment = byName(enrichmentFields);
registerEnumType(FieldOfEnrichment, { name: 'EnrichmentField', description: 'What a proposal fills in.' });
export const Confidence = byName(enrichmentConfidences);
registerEnumType(Confidence, { name: 'EnrichmentConfidence', description: 'Follows by an official rule, or is so mostly.' });
const State = byName(['OPEN', 'ACCEPTED', 'DISMISSED'] as const);
registerEnumType(State, { name: 'EnrichmentState' });

@ObjectType('EnrichmentProposal', { description: 'What could be filled in of a customer, and why it is thought so.' })
export class EnrichmentProposalType {
  @Field(() => ID) id!: string;
  @Field(() => FieldOfEnrichment) field!: EnrichmentField;
  @Field(() => String) value!: string;
  @Field(() => String, { description: 'The enricher that proposes it.' }) provider!: string;
  @Field(() => Confidence) confidence!: EnrichmentConfidence;
  @Field(() => State) state!: keyof typeof State;
}

@ObjectType('OpenEnrichment', { description: 'How many proposals of a kind wait.' })
export class OpenEnrichmentType {
  @Field(() => FieldOfEnrichment) field!: EnrichmentField;
  @Field(() => Confidence) confidence!: EnrichmentConfidence;
  @Field(() => Int) proposals!: number;
}

@ObjectType({ description: 'The proposal as it is now, and the customer, or why nothing was done.' })
export class EnrichmentResult {
  @Field(() => EnrichmentProposalType, { nullable: true }) proposal?: EnrichmentProposalType | null;
  @Field(() => CustomerType, { nullable: true }) customer?: CustomerType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType({ description: 'At most a hundred at once: ask again while there are more.' })
export class AcceptEnrichmentsResult {
  @Field(() => Int) accepted!: number;
  @Field(() => Int, { description: 'What was refused waits on, for a person to look.' }) refused!: number;
}

@ObjectType({ description: 'Whether what is certain is filled in without a person, or why that was not changed.' })
export class TakeCertainEnrichmentResult {
  @Field(() => Boolean, { nullable: true }) takes?: boolean | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
