import { StartImportDocument } from '#operations';
import { m } from '#words';
import { useMutation } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { planOf } from './draft/plan-of.ts';
import type { Ready } from './ready.ts';

/** Has the file imported, once however often one clicks, and goes where its progress stands. */
export function useStart() {
  const navigate = useNavigate();
  const [send, { loading: starting }] = useMutation(StartImportDocument);
  const [problem, setProblem] = useState<string>();
  // The same plan is the same request; another plan may not come under its key.
  const kept = useRef({ plan: '', key: '' });
  const start = async ({ sketch, draft, forget }: Ready) => {
    const input = { fileId: sketch.file.id, plan: planOf(draft) };
    const plan = JSON.stringify(input);
    if (kept.current.plan !== plan) kept.current = { plan, key: crypto.randomUUID() };
    setProblem(undefined);
    const answer = (await send({ variables: { input, key: kept.current.key } }).catch(() => ({ data: undefined }))).data?.startImport;
    if (!answer?.import) return setProblem(answer?.refusal?.message ?? m.imports_failed());
    forget();
    // Going back leads before the wizard: its file is used up.
    return navigate({ to: '/imports/$id', params: { id: answer.import.id }, replace: true });
  };
  return { start, starting, problem };
}
