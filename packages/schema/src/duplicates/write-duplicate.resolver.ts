import { askForScan, dismissDuplicate, duplicatePairById, latestDuplicateScan, reopenDuplicate } from '@orbita/database/duplicates';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { DuplicatePairResult, StartDuplicateScanResult } from './duplicate.type.ts';

@Resolver()
export class WriteDuplicateResolver {
  @Mutation(() => DuplicatePairResult, { description: 'These two are two; no scan brings the pair back.' })
  @Allow('customer', 'update')
  dismissDuplicate(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => dismissDuplicate(em, id, writingOf(context)), () => read(context, id));
  }

  @Mutation(() => DuplicatePairResult, { description: 'They may be one after all.' })
  @Allow('customer', 'update')
  reopenDuplicate(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => reopenDuplicate(em, id, writingOf(context)), () => read(context, id));
  }

  @Mutation(() => StartDuplicateScanResult, { description: 'Compares everybody with everybody in the background; one at a time.' })
  @Allow('company', 'update')
  startDuplicateScan(@Ctx() context: RequestContext): Promise<unknown> {
    const { em, viewer } = context;
    return decide(context, async (inner) => ({ id: await askForScan(inner, writingOf(context)) }), async () => ({ scan: await latestDuplicateScan(em, viewer) }));
  }
}

const read = async ({ em, viewer }: RequestContext, id: string) => ({ pair: await duplicatePairById(em, id, viewer) });
