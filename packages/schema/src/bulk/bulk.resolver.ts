import { bulkChangeById, type BulkChangeRow, type BulkRow, bulkRows, isUndoable, listBulkChanges, previewBulkChange } from '@orbita/database/bulk';
import { may, type Viewer } from '@orbita/domain/access';
import { isRefused } from '@orbita/domain/refusal';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Connection, connectionOf, decodeCursor, keysetPage, PageArgs, pageSize } from '#paging';
import { Allow, type RequestContext, writingOf } from '#request';
import { BulkInput, targetsOf } from './bulk-inputs.ts';
import { BulkChangeConnection, BulkChangeType, BulkPreviewType, BulkRowConnection, BulkRowsArgs } from './bulk.type.ts';

const complexity = ({ args, childComplexity }: { args: PageArgs; childComplexity: number }) => pageSize(args).size * childComplexity;

@Resolver(() => BulkChangeType)
export class BulkChangeResolver {
  @Query(() => BulkPreviewType, {
    complexity: ({ childComplexity }) => 100 + childComplexity,
    description: 'What a change would do. Up to 2,000 customers, or 50 opportunities or leads, are all looked at; of more an even sample.',
  })
  @Allow('bulkChange', 'create')
  async previewBulkChange(@Arg('input', () => BulkInput) input: BulkInput, @Ctx() context: RequestContext): Promise<object> {
    const { subject, change } = input;
    const meant = await targetsOf(input, context);
    if (isRefused(meant)) return { refusal: meant };
    const preview = await previewBulkChange(context.em, { subject, change: { ...change }, targets: meant.targets }, writingOf(context));
    return isRefused(preview) ? { refusal: preview } : { ...preview, isExact: preview.examined === preview.matching, refusal: null };
  }

  @Query(() => BulkChangeType, { nullable: true, description: 'To whoever started it, and to those who answer for all.' })
  @Allow('bulkChange', 'read')
  bulkChange(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<object | null> {
    return bulkChangeAnswer(context, id);
  }

  @Query(() => BulkChangeConnection, { complexity, description: 'The latest first.' })
  @Allow('bulkChange', 'read')
  async bulkChanges(@Args(() => PageArgs) args: PageArgs, @Ctx() { em, viewer }: RequestContext): Promise<Connection<object>> {
    const rows = await listBulkChanges(em, keysetPage(args), viewer);
    return connectionOf(rows.map((row) => ({ ...toldOf(row, viewer), sortValue: row.sortValue })), args, (row) => [row.sortValue, row.id]);
  }

  @FieldResolver(() => BulkRowConnection, { complexity, description: 'In the order in which they are done.' })
  async rows(@Root() { id }: BulkChangeType, @Args(() => BulkRowsArgs) args: BulkRowsArgs, @Ctx() { em, viewer }: RequestContext): Promise<Connection<BulkRow>> {
    const { size } = pageSize(args);
    const after = args.after ? Number(decodeCursor(args.after).at(-1)) : undefined;
    const rows = await bulkRows(em, id, { outcome: args.outcome, after, offset: args.offset, size }, viewer);
    return connectionOf(rows, args, ({ place }) => [place]);
  }
}

export async function bulkChangeAnswer({ em, viewer }: RequestContext, id: string): Promise<object | null> {
  const row = await bulkChangeById(em, id, viewer);
  return row && toldOf(row, viewer);
}

/** The row as the API tells it: values of the company's fields are not told, which are not everybody's to read. */
function toldOf({ change, undoes, undoneBy, ...row }: BulkChangeRow, viewer: Viewer) {
  const { verb, addTags, removeTags, ...values } = change;
  const mayUpdate = may(viewer, 'bulkChange', 'update', { ownerId: row.startedBy?.id ?? null, teamId: null, partnerId: null });
  return {
    ...row, verb, fields: Object.keys(values), addTags: addTags ?? [], removeTags: removeTags ?? [], undoesId: undoes, undoneById: undoneBy,
    viewerCanUndo: mayUpdate && isUndoable({ change, undoes, undoneBy, ...row }), viewerCanCancel: mayUpdate && row.finishedAt === null,
  };
}
