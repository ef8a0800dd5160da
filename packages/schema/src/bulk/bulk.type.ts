import { type BulkOutcome, bulkOutcomes, type BulkScope, bulkScopes, type BulkStatus } from '@orbita/database/bulk';
import type { BulkSubject, BulkVerb } from '@orbita/domain/bulk';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NamedType } from '#customers';
import { connectionType, PageArgs } from '#paging';
import { RefusalType } from '#refusals';
import { DateTime } from '#scalars';
import { BulkSubjectEnum, BulkVerbEnum, byName } from './bulk-inputs.ts';

const BulkStatusEnum = byName(['WAITING', 'RUNNING', 'DONE', 'CANCELLED'] as const);
registerEnumType(BulkStatusEnum, { name: 'BulkStatus', description: 'Done says that each had his turn, whatever became of him.' });
const BulkScopeEnum = byName(bulkScopes);
registerEnumType(BulkScopeEnum, { name: 'BulkScope', description: 'How those it is about were meant.' });
export const BulkOutcomeEnum = byName(bulkOutcomes);
registerEnumType(BulkOutcomeEnum, { name: 'BulkOutcome', description: 'Changed, so already, refused as it would be one by one, or not done for a fault of ours.' });
const nullable = true;

@ObjectType({ description: 'So many were refused for one reason; the refusal is that of the first.' })
export class BulkRefusalCount {
  @Field(() => RefusalType) refusal!: RefusalType;
  @Field(() => Int) count!: number;
}

@ObjectType('BulkRow', { description: 'What became of one thing.' })
export class BulkRowType {
  @Field(() => Int) place!: number;
  @Field(() => ID) targetId!: string;
  @Field(() => String, { nullable, description: 'Null to whoever may not see it.' }) name!: string | null;
  @Field(() => BulkOutcomeEnum, { nullable, description: 'Null while it waits.' }) outcome!: BulkOutcome | null;
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}

@ObjectType()
export class BulkRowConnection extends connectionType('BulkRow', BulkRowType) {}

@ArgsType()
export class BulkRowsArgs extends PageArgs {
  @Field(() => BulkOutcomeEnum, { nullable }) outcome?: BulkOutcome;
}

@ObjectType('BulkChange', { description: 'One change of many things at once, done in the background.' })
export class BulkChangeType {
  @Field(() => ID) id!: string;
  @Field(() => BulkSubjectEnum) subject!: BulkSubject;
  @Field(() => BulkVerbEnum) verb!: BulkVerb;
  @Field(() => [String], { description: 'Names of what is written.' }) fields!: string[];
  @Field(() => NamedType, { nullable, description: 'To whom they are handed.' }) owner!: NamedType | null;
  @Field(() => NamedType, { nullable }) team!: NamedType | null;
  @Field(() => [String]) addTags!: string[];
  @Field(() => [String]) removeTags!: string[];
  @Field(() => BulkScopeEnum) scope!: BulkScope;
  @Field(() => BulkStatusEnum) status!: BulkStatus;
  @Field(() => Int) total!: number;
  @Field(() => Int) done!: number;
  @Field(() => Int) unchanged!: number;
  @Field(() => Int) refused!: number;
  @Field(() => Int, { description: 'Not done for a fault of ours.' }) failed!: number;
  @Field(() => [BulkRefusalCount], { description: 'The most frequent first.' }) refusals!: BulkRefusalCount[];
  @Field(() => NamedType, { nullable }) startedBy!: NamedType | null;
  @Field(() => ID, { nullable, description: 'The change that this one takes back.' }) undoesId!: string | null;
  @Field(() => ID, { nullable, description: 'The change that takes this one back, or did.' }) undoneById!: string | null;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime, { nullable }) finishedAt!: string | null;
  @Field(() => Boolean) viewerCanUndo!: boolean;
  @Field(() => Boolean) viewerCanCancel!: boolean;
}

@ObjectType()
export class BulkChangeConnection extends connectionType('BulkChange', BulkChangeType) {}

@ObjectType({ description: 'The change as it stands, or why nothing was started.' })
export class BulkChangeResult {
  @Field(() => BulkChangeType, { nullable }) bulkChange?: BulkChangeType | null;
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}

@ObjectType()
class BulkPreviewRow {
  @Field(() => ID) targetId!: string;
  @Field(() => String, { nullable }) name!: string | null;
  @Field(() => BulkOutcomeEnum) outcome!: BulkOutcome;
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}

@ObjectType('BulkPreview', { description: 'What a change would do, by the decisions of the change itself.' })
export class BulkPreviewType {
  @Field(() => Int, { nullable, description: 'How many are meant; null where the change is refused as a whole.' }) matching?: number;
  @Field(() => Int, { nullable, description: 'How many were looked at: what follows counts these.' }) examined?: number;
  @Field(() => Boolean, { nullable, description: 'Whether all were looked at.' }) isExact?: boolean;
  @Field(() => Int, { nullable }) changing?: number;
  @Field(() => Int, { nullable, description: 'They are so already.' }) unchanged?: number;
  @Field(() => Int, { nullable }) refused?: number;
  @Field(() => [BulkRefusalCount], { nullable }) refusals?: BulkRefusalCount[];
  @Field(() => [BulkPreviewRow], { nullable, description: 'Some of each.' }) sample?: BulkPreviewRow[];
  @Field(() => RefusalType, { nullable, description: 'Why the change cannot be started at all.' }) refusal!: RefusalType | null;
}
