import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import { factDefinition } from '@orbita/domain/facts';
import type { Because } from '@orbita/domain/lifecycle';
import { isLeaf } from '@orbita/domain/rules';

type Payload = Readonly<Record<string, unknown>>;

/** What an event tells, without the values that the viewer may not read. */
export function readablePayload({ type, payload }: { readonly type: string; readonly payload: Payload }, viewer: Viewer): Payload {
  if (type === 'stageChanged') return readableStages(payload, viewer);
  return type === 'opportunityUpdated' && !mayReadMarked(viewer.role, 'revenue') ? withoutAmount(payload) : payload;
}

/** That an amount was changed is told; what it was and is, is not. */
function withoutAmount(payload: Payload): Payload {
  const { amount: _, ...values } = payload['values'] as Payload;
  return { ...payload, values };
}

/** Why stages changed, without the values of facts that the viewer may not read. */
function readableStages(payload: Payload, viewer: Viewer): Payload {
  const changes = payload['changes'] as readonly { readonly because: Because }[] | undefined;
  return changes ? { ...payload, changes: changes.map((change) => ({ ...change, because: readable(change.because, viewer) })) } : payload;
}

const readable = (because: Because, viewer: Viewer): unknown => because === 'always' ? because : because.map(({ value, ...reason }) => {
  const fact = isLeaf(reason.rule) ? factDefinition(reason.rule.fact) : undefined;
  return fact && mayReadMarked(viewer.role, fact.mark) ? { ...reason, value } : reason;
});
