import { refusalText } from '#api-client';
import { showToast } from '#design';
import { MergeCustomersDocument, type MergeChoiceInput, UnmergeCustomersDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { MergeSide } from './merge-preview.ts';

/** Makes customers one, goes to the one, and offers to take it back. */
export function useMerge(onStale: () => void) {
  const language = useLanguage();
  const client = useApolloClient();
  const navigate = useNavigate();
  const key = useRef(crypto.randomUUID());
  const [problem, setProblem] = useState<string>();
  const [send, { loading: merging }] = useMutation(MergeCustomersDocument);
  const undo = async (id: string, expectedVersion: number, mergedIds: string[]) => {
    const { data } = await client.mutate({ mutation: UnmergeCustomersDocument, variables: { input: { id, expectedVersion, mergedIds } } }).catch(() => ({ data: undefined }));
    const no = data ? data.unmergeCustomers.refusal && refusalText(data.unmergeCustomers.refusal, language) : m.customers_not_saved();
    if (no) return showToast(no, { tone: 'bad' });
    forget(client, mergedIds);
  };
  const merge = async (survivor: MergeSide, others: readonly MergeSide[], choices: readonly MergeChoiceInput[]) => {
    setProblem(undefined);
    const ids = others.map(({ id }) => id);
    const input = {
      survivorId: survivor.id, expectedVersion: survivor.version, others: others.map(({ id, version }) => ({ id, expectedVersion: version })), choices: [...choices],
    };
    const { data } = await send({ variables: { input, key: key.current } }).catch(() => ({ data: undefined }));
    if (!data) return setProblem(m.customers_not_saved());
    // A refused key may not be used for other input.
    key.current = crypto.randomUUID();
    const { customer, refusal } = data.mergeCustomers;
    if (refusal?.code === 'STALE_VERSION') {
      // All are drawn anew with what was changed: the reason stands beside them.
      showToast(refusalText(refusal, language), { tone: 'bad' });
      return onStale();
    }
    if (refusal) return setProblem(refusalText(refusal, language));
    forget(client, ids);
    const [other, ...more] = others;
    showToast(
      more.length > 0 ? m.merging_done_many({ survivor: survivor.name, count: others.length }) : m.merging_done({ survivor: survivor.name, other: other?.name ?? '' }),
      customer ? { undo: () => void undo(customer.id, customer.version, ids) } : {},
    );
    await navigate({ to: '/customers/$id', params: { id: survivor.id } });
  };
  return { merge, merging, problem };
}

/** Lists, and who was read under these ids, are asked anew. */
function forget(client: ReturnType<typeof useApolloClient>, ids: readonly string[]): void {
  client.cache.evict({ fieldName: 'customers' });
  for (const id of ids) client.cache.evict({ fieldName: 'customer', args: { id } });
  client.cache.gc();
}
