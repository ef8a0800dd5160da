import {
  checkedPlan, countImports, importProblems, importRow, type ImportRow, listImports, mayImport, previewImport, savedPlans, sketchImport, storedFile, storedSource,
} from '@orbita/database/imports';
import { type ImportNote, type Room, roomLabels, sectionsOf } from '@orbita/domain/imports';
import { isRefused, refuse } from '@orbita/domain/refusal';
import { Arg, Args, Ctx, FieldResolver, Float, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type Connection, connectionOf, keysetPage, PageArgs, pageSize } from '#paging';
import { Allow, type RequestContext } from '#request';
import { ImportFormatInput, planOf, PlannedImportInput } from './import-input.ts';
import {
  ImportConnection, ImportMappingType, ImportPreviewResult, ImportProblemPage, ImportRoomEnum, ImportRowsType, ImportSketchResult, ImportTallyType, ImportType, ImportWordType,
} from './import.type.ts';
import { namesFor } from './names-for.ts';
import { saidOf, tallies, toldProblem, toldSketch, toldWords } from './told-import.ts';

@Resolver(() => ImportConnection)
export class ImportConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Ctx() { em, viewer }: RequestContext): Promise<number> {
    return countImports(em, viewer);
  }
}

@Resolver(() => ImportType)
export class ImportResolver {
  @Query(() => ImportSketchResult, {
    complexity: ({ childComplexity }) => 50 + childComplexity,
    description: 'What a file that was handed in seems to be. Say `room` and `format` to have it read otherwise than guessed.',
  })
  @Allow('import', 'create')
  async importSketch(
    @Arg('fileId', () => ID) fileId: string, @Ctx() { em, viewer, company }: RequestContext,
    @Arg('room', () => ImportRoomEnum, { nullable: true }) room?: Room,
    @Arg('format', () => ImportFormatInput, { nullable: true }) said?: ImportFormatInput,
    @Arg('useSaved', () => Boolean, { defaultValue: true, description: 'Whether a saved mapping that fits may be taken.' }) useSaved?: boolean,
    @Arg('mappingId', () => ID, { nullable: true, description: 'The saved mapping to follow; the room is its own.' }) mappingId?: string,
    @Arg('importId', () => ID, { nullable: true, description: 'Planned as this import was: for its mended rows.' }) importId?: string,
  ): Promise<ImportSketchResult> {
    const sketch = await sketchImport(em, { fileId, room, said: said ?? {}, company, useSaved: useSaved ?? true, mappingId, importId }, viewer);
    if (sketch === null) return { refusal: refuse('NOT_FOUND', { field: 'fileId' }) };
    if (isRefused(sketch)) return { refusal: saidOf(sketch, viewer.language) };
    const rooms = (Object.keys(sectionsOf) as Room[]).filter((one) => mayImport(viewer, one)).map((value) => ({ value, label: roomLabels[value][viewer.language] }));
    return { sketch: toldSketch(sketch, rooms, await namesFor(em, sketch.plan.room, viewer), viewer.language), refusal: null };
  }

  @Query(() => [ImportWordType], {
    complexity: ({ childComplexity }) => 50 + childComplexity,
    description: 'The words of a column and what each seems to mean at a target; none where all are understood, or the target takes any text.',
  })
  @Allow('import', 'create')
  async importWords(
    @Arg('fileId', () => ID) fileId: string, @Arg('column', () => String) column: string, @Arg('target', () => String) target: string,
    @Arg('room', () => ImportRoomEnum) room: Room, @Arg('format', () => ImportFormatInput) said: ImportFormatInput, @Ctx() { em, viewer, company }: RequestContext,
  ): Promise<ImportWordType[]> {
    const sketch = await sketchImport(em, { fileId, room, said, company, useSaved: false }, viewer);
    return sketch === null || isRefused(sketch) ? [] : toldWords(sketch, column, target);
  }

  @Query(() => ImportPreviewResult, { complexity: ({ childComplexity }) => 500 + childComplexity, description: 'Imports the first rows for real, and takes everything back.' })
  @Allow('import', 'create')
  async importPreview(@Arg('input', () => PlannedImportInput) { fileId, plan }: PlannedImportInput, @Ctx() { em, viewer, now }: RequestContext): Promise<ImportPreviewResult> {
    const { language } = viewer;
    const file = await storedFile(em, fileId, viewer);
    if (!file) return { refusal: refuse('NOT_FOUND', { field: 'fileId' }) };
    const mapping = await checkedPlan(em, planOf(plan), file, viewer);
    if (isRefused(mapping)) return { refusal: saidOf(mapping, language) };
    const answer = await previewImport({ em }, { mapping, source: storedSource({ em }, file), startedBy: viewer.userId, now });
    if (isRefused(answer)) return { refusal: saidOf(answer, language) };
    const { rows, whole, state, problems, unknownOwners } = answer;
    const preview = { rowsTried: rows, whole, unknownOwners, rows: state.rows, things: tallies(state, language), unmapped: state.unmapped, problems: problems.map((one) => toldProblem(one, language, { ...state, room: plan.room })) };
    return { preview, refusal: null };
  }

  @Query(() => ImportType, { nullable: true })
  @Allow('import', 'read')
  import(@Arg('id', () => ID) id: string, @Ctx() { em, viewer }: RequestContext): Promise<ImportRow | null> {
    return importRow(em, id, viewer);
  }

  @Query(() => ImportConnection, { description: 'The latest first.' })
  @Allow('import', 'read')
  async imports(@Args(() => PageArgs) args: PageArgs, @Ctx() { em, viewer }: RequestContext): Promise<Connection<ImportRow>> {
    return connectionOf(await listImports(em, keysetPage(args), viewer), args, ({ sortValue, id }) => [sortValue ?? '', id]);
  }

  @Query(() => [ImportMappingType], { description: 'The saved mappings, by name.' })
  @Allow('import', 'read')
  importMappings(@Ctx() { em, viewer }: RequestContext): Promise<ImportMappingType[]> {
    return savedPlans(em, viewer);
  }

  @FieldResolver(() => Float, { description: 'How far it is, 0 to 1.' })
  share(@Root() { state }: ImportRow): number {
    return state.share ?? 0;
  }

  @FieldResolver(() => ImportRowsType)
  rows(@Root() { state }: ImportRow): ImportRowsType {
    return state.rows;
  }

  @FieldResolver(() => [ImportTallyType])
  things(@Root() { state }: ImportRow, @Ctx() { viewer }: RequestContext): ImportTallyType[] {
    return tallies(state, viewer.language);
  }

  @FieldResolver(() => [String], { description: 'Columns that went nowhere.' })
  unmapped(@Root() { state }: ImportRow): readonly string[] {
    return state.unmapped;
  }

  @FieldResolver(() => String, { nullable: true, description: "Why it ended before its end, in the viewer's language." })
  failureMessage(@Root() { failure, room }: ImportRow, @Ctx() { viewer }: RequestContext): string | null {
    return failure === null ? null : toldProblem({ row: 0, column: '', line: null, ...noteOf(failure) }, viewer.language, { files: {}, room }).message || internal[viewer.language];
  }

  @FieldResolver(() => ImportProblemPage, { complexity: ({ args, childComplexity }) => ((args as { first?: number }).first ?? 50) * childComplexity })
  async problems(
    @Root() { id, state, room }: ImportRow, @Ctx() { em, viewer }: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50, description: '1–100' }) first: number, @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
  ): Promise<ImportProblemPage> {
    const { size } = pageSize({ first, offset });
    const rows = await importProblems(em, id, { limit: size + 1, after: offset }, viewer);
    return { rows: rows.slice(0, size).map((one) => toldProblem(one, viewer.language, { ...state, room })), hasMore: rows.length > size };
  }
}

const internal = { en: 'Something went wrong on our side. Go on with it; if it stays, tell your administrator.', es: 'Algo falló por nuestra parte. Continúa; si persiste, díselo a tu administrador.' };

/** Imports of earlier versions kept a sentence. */
function noteOf(failure: string): ImportNote {
  try {
    return JSON.parse(failure) as ImportNote;
  } catch {
    return { code: 'INTERNAL' };
  }
}
