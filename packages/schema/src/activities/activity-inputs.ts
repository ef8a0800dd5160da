import type { ActivityKind, Direction } from '@orbita/domain/activities';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RefusalType } from '#refusals';
import { DateTime } from '#scalars';
import { ActivityKindEnum, ActivityType, DirectionEnum } from './activity.type.ts';

@InputType()
export class LogActivityInput {
  @Field(() => ID) customerId!: string;
  @Field(() => ActivityKindEnum, { description: 'Anything but a task.' }) kind!: ActivityKind;
  @Field(() => DirectionEnum, { nullable: true, description: 'Needed of calls, e-mails and messages.' }) direction?: Direction | null;
  @Field(() => String, { nullable: true }) subject?: string | null;
  @Field(() => String, { nullable: true }) body?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Now when not given; only a meeting may lie ahead.' }) occurredAt?: Date | null;
  @Field(() => Int, { nullable: true }) durationMinutes?: number | null;
  @Field(() => ID, { nullable: true }) contactId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The opportunity that it is about.' }) opportunityId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'People whom a note addresses; they find it in their inbox.' }) mentions?: string[];
}

@InputType()
export class CreateTaskInput {
  @Field(() => ID) customerId!: string;
  @Field(() => String) subject!: string;
  @Field(() => String, { nullable: true }) body?: string | null;
  @Field(() => DateTime) dueAt!: Date;
  @Field(() => DateTime, { nullable: true }) remindAt?: Date | null;
  @Field(() => ID, { nullable: true, description: 'The viewer himself when not given.' }) assigneeId?: string | null;
  @Field(() => ID, { nullable: true }) contactId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The opportunity that it is about.' }) opportunityId?: string | null;
}

@InputType()
export class UpdateActivityInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => DirectionEnum, { nullable: true }) direction?: Direction | null;
  @Field(() => String, { nullable: true }) subject?: string | null;
  @Field(() => String, { nullable: true }) body?: string | null;
  @Field(() => DateTime, { nullable: true }) occurredAt?: Date | null;
  @Field(() => Int, { nullable: true }) durationMinutes?: number | null;
  @Field(() => DateTime, { nullable: true }) dueAt?: Date | null;
  @Field(() => DateTime, { nullable: true }) remindAt?: Date | null;
  @Field(() => ID, { nullable: true }) assigneeId?: string | null;
  @Field(() => ID, { nullable: true }) contactId?: string | null;
  @Field(() => [ID], { nullable: true }) mentions?: string[];
}

@InputType()
export class ActivityVersionInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@ObjectType()
export class ActivityResult {
  @Field(() => ActivityType, { nullable: true }) activity?: ActivityType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
