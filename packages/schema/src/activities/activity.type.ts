import { type ActivityKind, activityKinds, type Direction, directions } from '@orbita/domain/activities';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NamedType } from '#customers';
import { connectionType, PageArgs } from '#paging';
import { DateTime } from '#scalars';

const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
export const ActivityKindEnum = byName(activityKinds);
registerEnumType(ActivityKindEnum, { name: 'ActivityKind' });
export const DirectionEnum = byName(directions);
registerEnumType(DirectionEnum, { name: 'Direction', description: 'Who began: the customer or the company.' });
export const TaskStateEnum = byName(['OPEN', 'OVERDUE', 'TODAY', 'UPCOMING', 'DONE']);
registerEnumType(TaskStateEnum, { name: 'TaskState', description: 'All open tasks, those past due, due in what is left of today, later or without a date; the done ones.' });

@ObjectType('Activity', { description: 'What was done, is to be done, or was noted about a customer.' })
export class ActivityType {
  @Field(() => ID) id!: string;
  @Field(() => ActivityKindEnum) kind!: ActivityKind;
  @Field(() => DirectionEnum, { nullable: true }) direction!: Direction | null;
  @Field(() => String, { nullable: true }) channel!: string | null;
  @Field(() => String) subject!: string;
  @Field(() => String, { nullable: true }) body!: string | null;
  @Field(() => DateTime) occurredAt!: string;
  @Field(() => Int, { nullable: true }) durationMinutes!: number | null;
  @Field(() => DateTime, { nullable: true }) dueAt!: string | null;
  @Field(() => DateTime, { nullable: true }) remindAt!: string | null;
  @Field(() => DateTime, { nullable: true }) doneAt!: string | null;
  @Field(() => ID, { nullable: true, description: 'The contact of the organisation it was with.' }) contactId!: string | null;
  @Field(() => NamedType, { nullable: true }) assignee!: NamedType | null;
  @Field(() => NamedType, { nullable: true }) author!: NamedType | null;
  @Field(() => [NamedType], { complexity: 2 }) mentions!: NamedType[];
  @Field(() => Int) version!: number;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime) updatedAt!: string;
}

@ObjectType()
export class ActivityConnection extends connectionType('Activity', ActivityType) {}

@ArgsType()
export class ActivitiesArgs extends PageArgs {
  @Field(() => [ActivityKindEnum], { nullable: true }) kinds?: ActivityKind[];
}

@ArgsType()
export class AllActivitiesArgs extends ActivitiesArgs {
  @Field(() => ID, { nullable: true }) customerId?: string;
  @Field(() => ID, { nullable: true, description: 'What is about this opportunity.' }) opportunityId?: string;
}
