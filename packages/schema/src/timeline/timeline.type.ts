import type { TouchpointRow } from '@orbita/database/activities';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ActivityType } from '#activities';
import { OpportunityType } from '#opportunities';
import { OrderType } from '#orders';
import { connectionType, PageArgs } from '#paging';
import { DateTime, Json } from '#scalars';

@ObjectType('Actor', { description: 'Who did it: a person of the company or of a partner, an import, or the product itself.' })
export class ActorType {
  @Field(() => ID, { nullable: true }) id!: string | null;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String) kind!: string;
}

@ObjectType('TimelineEvent', { description: 'One thing that happened. Events are never changed or deleted.' })
export class TimelineEventType {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'The customer it is about; of the company when about none.' }) customerId!: string;
  @Field(() => String, { nullable: true, description: 'In the audit trail.' }) customerName?: string | null;
  @Field(() => String) type!: string;
  @Field(() => DateTime, { description: 'When it happened.' }) occurredAt!: string;
  @Field(() => DateTime, { description: 'When it was written down.' }) recordedAt!: string;
  @Field(() => String) channel!: string;
  @Field(() => String, { description: 'live, or import: brought from elsewhere.' }) origin!: string;
  @Field(() => Json, { nullable: true, description: 'Values of personal fields; null to one who may not read them and after erasure.' })
  personal!: Record<string, unknown> | null;
  @Field(() => ActorType) actor!: ActorType;
  @Field(() => ActivityType, { nullable: true, description: 'The activity it is about, as it stands now.' }) activity?: ActivityType | null;
  @Field(() => OrderType, { nullable: true, description: 'The order it is about, as it stands now.' }) order?: OrderType | null;
  @Field(() => OpportunityType, { nullable: true, description: 'The opportunity it is about, as it stands now.' }) opportunity?: OpportunityType | null;
}

@ObjectType()
export class TimelineConnection extends connectionType('TimelineEvent', TimelineEventType) {}

@ArgsType()
export class TimelineArgs extends PageArgs {
  @Field(() => [String], { nullable: true, description: 'Only events of these types.' }) types?: string[];
}

@ArgsType()
export class AuditArgs extends TimelineArgs {
  @Field(() => Json, { nullable: true, description: 'A rule tree over the facts of the event (`ruleCatalogue(subject: audit)`).' }) rule?: unknown;
  @Field(() => String, { nullable: true, description: 'What its customer is found by, who did it, or the name of what of the company it is about.' }) search?: string;
  @Field(() => ID, { nullable: true, description: 'Done by this person.' }) actorId?: string;
  @Field(() => DateTime, { nullable: true, description: 'Written down at this instant or later…' }) from?: Date;
  @Field(() => DateTime, { nullable: true, description: '…and before this one.' }) until?: Date;
}

const TouchpointKindEnum = { CONTACT: 'CONTACT', ORDER: 'ORDER' } as const;
registerEnumType(TouchpointKindEnum, { name: 'TouchpointKind' });

@ObjectType('Touchpoint', { description: 'How often customer and company met in one way in one month.' })
export class TouchpointType {
  @Field(() => TouchpointKindEnum) kind!: TouchpointRow['kind'];
  @Field(() => String, { nullable: true, description: 'Null: not recorded.' }) channel!: string | null;
  @Field(() => String, { description: "YYYY-MM in the company's time zone." }) month!: string;
  @Field(() => Int) count!: number;
  @Field(() => Int, { description: 'Of these, begun by the customer.' }) inbound!: number;
  @Field(() => DateTime) firstAt!: string;
  @Field(() => DateTime) lastAt!: string;
}
