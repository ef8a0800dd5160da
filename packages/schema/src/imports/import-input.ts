import type { ImportPlan, OnExisting, OnLikely, OnUnknownOwner, Room } from '@orbita/domain/imports';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateOrderEnum, EncodingEnum, ImportRoomEnum, OnExistingEnum, OnLikelyEnum, OnUnknownOwnerEnum } from './import.type.ts';

type Format = ImportPlan['format'];

@InputType()
export class ImportFormatInput {
  @Field(() => EncodingEnum) encoding!: Format['encoding'];
  @Field(() => String, { description: 'One character.' }) separator!: string;
  @Field(() => Int, { nullable: true, description: 'In which row the columns are named, as a spreadsheet counts.' }) heading?: number;
  @Field(() => String, { description: 'A point or a comma.' }) decimal!: Format['decimal'];
  @Field(() => DateOrderEnum) dates!: Format['dates'];
}

@InputType()
class ImportWordInput {
  @Field(() => String) from!: string;
  @Field(() => String) to!: string;
}

@InputType()
class ImportColumnInput {
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'A key of `ImportSketch.targets`. Several columns may go to one: the first that holds something counts, unless they are `joined`.' }) target!: string;
  @Field(() => [ImportWordInput], { nullable: true }) words?: ImportWordInput[];
}

@InputType()
class ImportConstantInput {
  @Field(() => String) target!: string;
  @Field(() => String) text!: string;
}

@InputType({ description: 'What somebody says about a file. Columns that are not named go nowhere.' })
export class ImportPlanInput {
  @Field(() => ImportRoomEnum) room!: Room;
  @Field(() => String, { defaultValue: 'file', description: 'Whose ids these are, in small letters: `hubspot`.' }) system!: string;
  @Field(() => ImportFormatInput) format!: ImportFormatInput;
  @Field(() => [ImportColumnInput]) columns!: ImportColumnInput[];
  @Field(() => [String], { defaultValue: [], description: 'Targets whose columns are joined: of those that say `joins`.' }) joined!: string[];
  @Field(() => [ImportConstantInput], { defaultValue: [] }) constants!: ImportConstantInput[];
  @Field(() => OnExistingEnum, { defaultValue: OnExistingEnum.FILL }) onExisting!: OnExisting;
  @Field(() => OnLikelyEnum, { defaultValue: OnLikelyEnum.ASK }) onLikely!: OnLikely;
  @Field(() => OnUnknownOwnerEnum, { defaultValue: OnUnknownOwnerEnum.EMPTY }) onUnknownOwner!: OnUnknownOwner;
}

@InputType()
export class PlannedImportInput {
  @Field(() => ID) fileId!: string;
  @Field(() => ImportPlanInput) plan!: ImportPlanInput;
}

@InputType()
export class SaveImportMappingInput {
  @Field(() => String, { description: 'One that is called so already is written over.' }) name!: string;
  @Field(() => ImportPlanInput) plan!: ImportPlanInput;
}

export function planOf({ room, system, format, columns, joined, constants, onExisting, onLikely, onUnknownOwner }: ImportPlanInput): ImportPlan {
  return {
    room, system, onExisting, onLikely, onUnknownOwner, joined, format: { ...format, heading: format.heading ?? 1, zone: null, empty: [] },
    constants: Object.fromEntries(constants.map(({ target, text }) => [target, text])),
    columns: columns.map(({ name, target, words = [] }) => ({
      column: name, target, ...(words.length > 0 ? { values: Object.fromEntries(words.map(({ from, to }) => [from, to])) } : {}),
    })),
  };
}
