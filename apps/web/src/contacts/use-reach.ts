import { showToast } from '#design';
import { m } from '#words';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';

export interface ReachRefusal {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
  readonly details: unknown;
}

type Answer = { readonly customer: object | null; readonly refusal: ReachRefusal | null };

/** Every write about whom and how to reach answers alike: the customer as he is now, or why not. */
export function useReach() {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const write = async <Data, Variables extends OperationVariables>(
    mutation: TypedDocumentNode<Data, Variables>, variables: Variables,
  ): Promise<ReachRefusal | undefined> => {
    setBusy(true);
    const { data } = await client.mutate<Data, OperationVariables>({ mutation, variables }).catch(() => ({ data: undefined }));
    setBusy(false);
    const answer = data && Object.values(data).find((value): value is Answer => typeof value === 'object' && value !== null);
    if (!answer) showToast(m.contacts_not_saved(), { tone: 'bad' });
    return answer ? (answer.refusal ?? undefined) : { code: 'UNREACHABLE', message: m.contacts_not_saved(), field: null, details: null };
  };
  /** For acts without a form: a refusal is said in passing. */
  const act: typeof write = async (mutation, variables) => {
    const refusal = await write(mutation, variables);
    if (refusal && refusal.code !== 'UNREACHABLE') showToast(refusal.message, { tone: 'bad' });
    return refusal;
  };
  return { write, act, busy };
}
