import {
  askUndo, checkedPlan, dropPlan, importRow, resumeImport, savedPlans, savePlan, startPlannedImport, stopImport,
} from '@orbita/database/imports';
import { once } from '@orbita/database/requests';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { planOf, PlannedImportInput, SaveImportMappingInput } from './import-input.ts';
import { ImportMappingsResult, ImportResult } from './import.type.ts';
import { saidOf } from './told-import.ts';

const longestName = 80;

@Resolver()
export class WriteImportResolver {
  @Mutation(() => ImportResult, { description: 'Has a file imported in the background, as planned.' })
  @Allow('import', 'create')
  async startImport(
    @Arg('input', () => PlannedImportInput) { fileId, plan }: PlannedImportInput, @Ctx() context: RequestContext,
    @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Promise<unknown> {
    const { viewer, now, idempotencyKey } = context;
    const input = { fileId, plan: planOf(plan) };
    return told(await decide(context, (em) =>
      once(em, { principal: viewer.userId, key: key ?? idempotencyKey, input: { startImport: input }, now }, () => startPlannedImport(em, input, writingOf(context))),
    ({ id }) => read(context, id)), context);
  }

  @Mutation(() => ImportResult, { description: 'Ends an import after the rows that it is at. What is loaded stays; it can be gone on with.' })
  @Allow('import', 'create')
  stopImport(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => stopImport(em, id, context.viewer), () => read(context, id));
  }

  @Mutation(() => ImportResult, { description: 'Goes on with an import that was stopped or failed, from where it stands.' })
  @Allow('import', 'create')
  resumeImport(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => resumeImport(em, id, writingOf(context)), () => read(context, id));
  }

  @Mutation(() => ImportResult, { description: 'Takes an import back in the background: what it changed is put back, what it made is taken out. What somebody worked on since stays.' })
  @Allow('import', 'create')
  undoImport(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => askUndo(em, id, writingOf(context)), () => read(context, id));
  }

  @Mutation(() => ImportMappingsResult, { description: 'Keeps a mapping under a name; a file that has all of its columns is mapped by it.' })
  @Allow('import', 'create')
  async saveImportMapping(@Arg('input', () => SaveImportMappingInput) { name, plan: given }: SaveImportMappingInput, @Ctx() context: RequestContext): Promise<unknown> {
    const { em, viewer, now } = context;
    const plan = planOf(given);
    return told(await decide(context, async (inner): Promise<{ id: string } | Refusal> => {
      const called = name.trim();
      if (called === '') return refuse('REQUIRED', { field: 'name' });
      if (called.length > longestName) return refuse('TOO_LONG', { field: 'name', details: { maximum: longestName } });
      const mapping = await checkedPlan(inner, plan, { spreadsheet: false }, viewer);
      return isRefused(mapping) ? mapping : { id: await savePlan(inner, { name: called, plan }, { by: viewer.userId, now }) };
    }, async () => ({ mappings: await savedPlans(em, viewer) })), context);
  }

  @Mutation(() => ImportMappingsResult)
  @Allow('import', 'create')
  deleteImportMapping(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, async (em) => ((await dropPlan(em, id)) > 0 ? { id } : refuse('NOT_FOUND', { field: 'id' })),
      async () => ({ mappings: await savedPlans(context.em, context.viewer) }));
  }
}

const read = async ({ em, viewer }: RequestContext, id: string) => ({ import: await importRow(em, id, viewer) });

/** A refusal of a plan speaks the imports' own words. */
const told = <Answer extends { refusal: Refusal | null }>(answer: Answer, { viewer }: RequestContext): object =>
  (answer.refusal ? { ...answer, refusal: saidOf(answer.refusal, viewer.language) } : answer);
