import type { ImportStatus } from '@orbita/database/imports';
import { type Room, sectionsOf } from '@orbita/domain/imports';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '#paging';
import { RefusalType } from '#refusals';
import { DateTime } from '#scalars';

const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
export const ImportRoomEnum = byName(Object.keys(sectionsOf) as Room[]);
registerEnumType(ImportRoomEnum, { name: 'ImportRoom', description: 'What the rows of a file are.' });
const ImportStatusEnum = byName<ImportStatus>(['WAITING', 'RUNNING', 'DONE', 'FAILED', 'STOPPED', 'UNDOING', 'UNDONE']);
registerEnumType(ImportStatusEnum, { name: 'ImportStatus' });
export const OnExistingEnum = { FILL: 'fill', UPDATE: 'update', SKIP: 'skip' } as const;
registerEnumType(OnExistingEnum, { name: 'ImportOnExisting', description: 'What a row does to a thing that is there: fill what is empty, write over, or leave it alone.' });
export const OnLikelyEnum = { ASK: 'ask', ATTACH: 'attach', SKIP: 'skip' } as const;
registerEnumType(OnLikelyEnum, { name: 'ImportOnLikely', description: 'What becomes of a customer who is very like somebody but has no exact key in common: made, and the pair waits to be looked at; taken for him; left out.' });
export const OnUnknownOwnerEnum = { EMPTY: 'empty', REFUSE: 'refuse' } as const;
registerEnumType(OnUnknownOwnerEnum, { name: 'ImportOnUnknownOwner', description: 'What becomes of a row whose owner nobody here is, or is no longer: it comes in without one, and is told of; it is refused.' });
export const EncodingEnum = { UTF_8: 'utf-8', UTF_16: 'utf-16', WINDOWS_1252: 'windows-1252' } as const;
registerEnumType(EncodingEnum, { name: 'ImportEncoding' });
export const DateOrderEnum = byName(['YMD', 'DMY', 'MDY'] as const);
registerEnumType(DateOrderEnum, { name: 'ImportDateOrder' });
const GuessedByEnum = byName(['NAME', 'VALUES'] as const);
registerEnumType(GuessedByEnum, { name: 'ImportGuessedBy', description: 'By what a column was recognised.' });

@ObjectType('ImportFile', { description: 'A file that was handed in at `POST /api/imports/files?name=…`, for whoever did.' })
export class ImportFileType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Float, { description: 'Of its text.' }) bytes!: number;
  @Field(() => Boolean) spreadsheet!: boolean;
  @Field(() => DateTime) createdAt!: string;
}

@ObjectType('ImportFormat', { description: 'How a file is written.' })
export class ImportFormatType {
  @Field(() => EncodingEnum) encoding!: string;
  @Field(() => String, { description: 'One character.' }) separator!: string;
  @Field(() => Int, { description: 'In which row the columns are named, as a spreadsheet counts.' }) heading!: number;
  @Field(() => String, { description: 'A point or a comma.' }) decimal!: string;
  @Field(() => DateOrderEnum) dates!: string;
}

@ObjectType('ImportWord', { description: 'What a word of the file means.' })
export class ImportWordType {
  @Field(() => String) from!: string;
  @Field(() => String, { description: 'Empty: nothing.' }) to!: string;
}

@ObjectType('ImportColumn')
export class ImportColumnType {
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'Where it goes; null: nowhere.' }) target!: string | null;
  @Field(() => GuessedByEnum, { nullable: true }) guessedBy!: string | null;
  @Field(() => [String], { description: 'The first different values.' }) samples!: string[];
  @Field(() => [ImportWordType], { description: 'Where its target is a choice, or a name that must be known here.' }) words!: ImportWordType[];
}

@ObjectType('ImportChoice')
export class ImportChoiceType {
  @Field(() => String) value!: string;
  @Field(() => String, { description: "In the viewer's language." }) label!: string;
}

@ObjectType('ImportTarget', { description: 'A field that a file can fill.' })
export class ImportTargetType {
  @Field(() => String, { description: '`customer.email`' }) key!: string;
  @Field(() => String, { description: "Whose field it is, in the viewer's language." }) section!: string;
  @Field(() => String, { description: "In the viewer's language." }) label!: string;
  @Field(() => Boolean) required!: boolean;
  @Field(() => [ImportChoiceType], { description: 'What may stand there; empty where anything may.' }) choices!: ImportChoiceType[];
  @Field(() => Boolean, { description: 'Several columns can be joined here.' }) joins!: boolean;
}

@ObjectType('ImportConstant', { description: 'What every row has though no column says it.' })
export class ImportConstantType {
  @Field(() => String) target!: string;
  @Field(() => String) text!: string;
}

@ObjectType('ImportSketch', { description: 'What a file seems to be, for somebody to correct.' })
export class ImportSketchType {
  @Field(() => ImportFileType) file!: ImportFileType;
  @Field(() => ImportRoomEnum) room!: string;
  @Field(() => [ImportChoiceType], { description: 'What rows can be, of what the viewer may import.' }) rooms!: ImportChoiceType[];
  @Field(() => String, { description: 'Whose ids these are: those of one system never meet those of another.' }) system!: string;
  @Field(() => ImportFormatType) format!: ImportFormatType;
  @Field(() => [String], { description: '`decimal`, `dates`: what nothing in the file decides.' }) unsure!: string[];
  @Field(() => [ImportColumnType]) columns!: ImportColumnType[];
  @Field(() => [[String]], { description: 'The first rows, as they stand.' }) rows!: string[][];
  @Field(() => [ImportTargetType]) targets!: ImportTargetType[];
  @Field(() => [String], { description: 'Targets whose columns are joined.' }) joined!: readonly string[];
  @Field(() => [ImportConstantType]) constants!: ImportConstantType[];
  @Field(() => OnExistingEnum) onExisting!: string;
  @Field(() => OnLikelyEnum) onLikely!: string;
  @Field(() => OnUnknownOwnerEnum) onUnknownOwner!: string;
  @Field(() => String, { nullable: true, description: 'The saved mapping that was taken.' }) savedName!: string | null;
}

@ObjectType('ImportSketchResult')
export class ImportSketchResult {
  @Field(() => ImportSketchType, { nullable: true }) sketch?: ImportSketchType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType('ImportTally', { description: 'How many of a kind of thing.' })
export class ImportTallyType {
  @Field(() => String) kind!: string;
  @Field(() => String, { description: "In the viewer's language." }) label!: string;
  @Field(() => Int) created!: number;
  @Field(() => Int) updated!: number;
  @Field(() => Int) unchanged!: number;
}

@ObjectType('ImportRows', { description: 'What became of rows: they add up to the rows read.' })
export class ImportRowsType {
  @Field(() => Int) created!: number;
  @Field(() => Int) updated!: number;
  @Field(() => Int) unchanged!: number;
  @Field(() => Int) skipped!: number;
  @Field(() => Int) refused!: number;
}

@ObjectType('ImportProblem', { description: 'Why a row was refused, left out, or not followed in all.' })
export class ImportProblemType {
  @Field(() => Int, { description: 'As a spreadsheet counts: the heading is 1.' }) row!: number;
  @Field(() => String) column!: string;
  @Field(() => String) code!: string;
  @Field(() => String, { description: "In the viewer's language, with what to do." }) message!: string;
  @Field(() => [ImportWordType], { description: 'The row as it came: column and cell.' }) cells!: ImportWordType[];
}

@ObjectType('ImportUnknownOwner', { description: 'What rows of a file call an owner whom nobody here is.' })
export class ImportUnknownOwnerType {
  @Field(() => String) name!: string;
  @Field(() => Int) rows!: number;
  @Field(() => Boolean, { description: 'Somebody who worked here was called so: what has ended stays his.' }) left!: boolean;
}

@ObjectType('ImportPreview', { description: 'What would happen to the first rows: they were imported for real, and taken back.' })
export class ImportPreviewType {
  @Field(() => Int) rowsTried!: number;
  @Field(() => Boolean, { description: 'Whether these are all.' }) whole!: boolean;
  @Field(() => ImportRowsType) rows!: ImportRowsType;
  @Field(() => [ImportTallyType]) things!: ImportTallyType[];
  @Field(() => [String], { description: 'Columns that go nowhere.' }) unmapped!: readonly string[];
  @Field(() => [ImportProblemType], { description: 'The first hundred.' }) problems!: ImportProblemType[];
  @Field(() => [ImportUnknownOwnerType], { description: 'Of the whole file, the hundred most frequent first.' }) unknownOwners!: readonly ImportUnknownOwnerType[];
}

@ObjectType('ImportPreviewResult')
export class ImportPreviewResult {
  @Field(() => ImportPreviewType, { nullable: true }) preview?: ImportPreviewType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType('ImportProblemPage')
export class ImportProblemPage {
  // How many, the page itself counts.
  @Field(() => [ImportProblemType], { complexity: ({ childComplexity }) => childComplexity }) rows!: ImportProblemType[];
  @Field(() => Boolean) hasMore!: boolean;
}

@ObjectType('ImportUndone', { description: 'Things that were put back as they were, taken out, and left because somebody worked on them since.' })
class ImportUndoneType {
  @Field(() => Int) restored!: number;
  @Field(() => Int) removed!: number;
  @Field(() => Int) left!: number;
}

@ObjectType('Import', { description: 'A file that is being imported in the background, or was.' })
export class ImportType {
  @Field(() => ID) id!: string;
  @Field(() => ImportRoomEnum) room!: string;
  @Field(() => String) fileName!: string;
  @Field(() => ImportStatusEnum) status!: string;
  @Field(() => Int) rowsRead!: number;
  @Field(() => Boolean, { description: 'It ends after the rows that it is at.' }) stopAsked!: boolean;
  @Field(() => ID, { nullable: true }) startedById!: string | null;
  @Field(() => String, { nullable: true, description: 'Null for one of the command line.' }) startedByName!: string | null;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime, { nullable: true }) finishedAt!: string | null;
  @Field(() => Boolean) viewerCanResume!: boolean;
  @Field(() => Boolean) viewerCanUndo!: boolean;
  @Field(() => ImportUndoneType, { nullable: true, description: 'While it is undone, and afterwards.' }) undone!: ImportUndoneType | null;
}

@ObjectType()
export class ImportConnection extends connectionType('Import', ImportType) {}

@ObjectType({ description: 'The import as it is now, or why nothing was done.' })
export class ImportResult {
  @Field(() => ImportType, { nullable: true }) import?: ImportType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType('ImportMapping', { description: 'A mapping that is kept under a name, for the next file of its kind.' })
export class ImportMappingType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => ImportRoomEnum) room!: string;
  @Field(() => DateTime) updatedAt!: string;
}

@ObjectType({ description: 'The mappings as they are now, or why nothing was done.' })
export class ImportMappingsResult {
  @Field(() => [ImportMappingType], { nullable: true }) mappings?: ImportMappingType[] | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
