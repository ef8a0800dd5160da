import { type ActivityOrder, activityOrders, type TaskState } from '@orbita/database/activities';
import { type ActivityKind, activityKinds, type Direction, directions } from '@orbita/domain/activities';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NamedType } from '#customers';
import { connectionType, orderType, PageArgs } from '#paging';
import { DateTime, Json } from '#scalars';

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
export class CustomerActivitiesArgs extends ActivitiesArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Tasks that are not done alone.' }) open!: boolean;
}

const ActivityOrderInput = orderType('Activity', activityOrders, 'What is not there, as the day a call is due, comes last.');

const ruled = 'A rule tree over the facts of the activity and of its customer (`ruleCatalogue(subject: activity)`).';
const searched = 'Beginnings of words in the subject and in what was written, or what its customer is found by.';

@ArgsType()
export class AllActivitiesArgs extends ActivitiesArgs {
  @Field(() => Json, { nullable: true, description: ruled }) rule?: unknown;
  @Field(() => String, { nullable: true, description: searched }) search?: string;
  @Field(() => ActivityOrderInput, { nullable: true }) orderBy?: ActivityOrder;
  @Field(() => ID, { nullable: true }) customerId?: string;
  @Field(() => ID, { nullable: true, description: 'What is about this opportunity.' }) opportunityId?: string;
}

@ArgsType()
export class MyTasksArgs extends PageArgs {
  @Field(() => TaskStateEnum, { defaultValue: 'OPEN' }) state!: TaskState;
  @Field(() => ID, { nullable: true, description: 'Whose tasks; the viewer’s own when not given.' }) assigneeId?: string;
  @Field(() => Json, { nullable: true, description: ruled }) rule?: unknown;
  @Field(() => String, { nullable: true, description: searched }) search?: string;
  @Field(() => ActivityOrderInput, { nullable: true }) orderBy?: ActivityOrder;
}
