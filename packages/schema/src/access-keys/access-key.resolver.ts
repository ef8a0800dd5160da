import { type AccessKeyRow, createAccessKey, listAccessKeys, revokeAccessKey } from '@orbita/database/access-keys';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { AccessKeyType, CreateAccessKeyInput, CreateAccessKeyResult, RevokeAccessKeyResult } from './access-key.type.ts';

@Resolver()
export class AccessKeyResolver {
  @Query(() => [AccessKeyType], {
    complexity: ({ childComplexity }) => 20 * childComplexity,
    description: "One's own keys, or everybody's for an administrator: those that open first, then the newest; 500 at most.",
  })
  @Allow('accessKey', 'read')
  async accessKeys(@Ctx() { em, viewer, now }: RequestContext): Promise<AccessKeyType[]> {
    return (await listAccessKeys(em, undefined, viewer, now)).map(answer);
  }

  @Mutation(() => CreateAccessKeyResult, { description: 'A key that reads what you may read, and changes nothing. You may have 20 that open.' })
  @Allow('accessKey', 'create')
  createAccessKey(@Arg('input', () => CreateAccessKeyInput) input: CreateAccessKeyInput, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => createAccessKey(em, input, writingOf(context)), async ({ id, text }) => ({ ...(await read(context, id)), text }));
  }

  @Mutation(() => RevokeAccessKeyResult, { description: 'The key opens nothing from now on.' })
  @Allow('accessKey', 'update')
  revokeAccessKey(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<unknown> {
    return decide(context, (em) => revokeAccessKey(em, id, writingOf(context)), (revoked) => read(context, revoked));
  }
}

const answer = ({ userId, userName, ...row }: AccessKeyRow): AccessKeyType => ({ ...row, owner: { id: userId, name: userName } });

async function read({ em, viewer, now }: RequestContext, id: string): Promise<{ accessKey: AccessKeyType | null }> {
  const [row] = await listAccessKeys(em, [id], viewer, now);
  return { accessKey: row ? answer(row) : null };
}
