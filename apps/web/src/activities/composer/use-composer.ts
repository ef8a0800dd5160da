import { useMe } from '#access';
import { showToast, useFormatting } from '#design';
import { type ActivityDetailsFragment, CreateTaskDocument, LogActivityDocument } from '#operations';
import { m } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { toIso } from '@orbita/domain/calendar';
import { useEffect, useRef, useState } from 'react';
import { morningIn, ofField } from '../tasks/later.ts';
import { type Draft, emptyDraft, keepDraft, mentioned, readDraft } from './draft.ts';

type Refusal = { readonly message: string; readonly field: string | null };

/** The draft, kept while it is written, and how it is saved: exactly once, however often the key is pressed. */
export function useComposer(customerId: string, onSaved: (activity: ActivityDetailsFragment) => void) {
  const client = useApolloClient();
  const { id: userId } = useMe();
  const { timeZone } = useFormatting();
  const [kept] = useState(() => readDraft(userId, customerId));
  const [draft, setDraft] = useState(kept.draft);
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const key = useRef(kept.key ?? crypto.randomUUID());
  useEffect(() => keepDraft(userId, customerId, draft, key.current), [userId, customerId, draft]);
  const change = (patch: Partial<Draft>) => {
    setRefusal(undefined);
    // Another input under the same key would be refused; the same one, sent again, has one effect.
    key.current = crypto.randomUUID();
    setDraft((before) => ({ ...before, ...patch }));
  };
  const save = async () => {
    if (busy || draft.text.trim() === '') return;
    setBusy(true);
    const answer = await send(client, { customerId, draft, key: key.current, timeZone }).catch(() => undefined);
    setBusy(false);
    if (!answer) return showToast(m.activities_not_saved(), { tone: 'bad' });
    if (!answer.activity) return setRefusal(answer.refusal ?? undefined);
    // Also when this page is gone by now: what was saved is not written a second time.
    if (readDraft(userId, customerId).draft.text === draft.text) keepDraft(userId, customerId, emptyDraft, '');
    setRefusal(undefined);
    key.current = crypto.randomUUID();
    setDraft((now) => ({ ...emptyDraft, kind: now.kind, mentions: now.mentions, text: typedSince(draft.text, now.text) }));
    onSaved(answer.activity);
  };
  return { draft, change, save, busy, refusal };
}

/** What was typed while it was sent is the next one's. */
const typedSince = (sent: string, now: string): string => (now.startsWith(sent) ? now.slice(sent.length).trimStart() : now);

interface Sending {
  readonly customerId: string;
  readonly draft: Draft;
  readonly key: string;
  readonly timeZone: string;
}

async function send(client: ReturnType<typeof useApolloClient>, { customerId, draft, key, timeZone }: Sending) {
  const instant = (moment: string): string | undefined => {
    const at = ofField(moment, timeZone);
    return at === undefined ? undefined : toIso(at);
  };
  const [first = '', ...rest] = draft.text.trim().split('\n');
  if (draft.kind === 'TASK') {
    const input = {
      customerId, subject: first, body: rest.join('\n').trim() || null, assigneeId: draft.assigneeId,
      dueAt: instant(draft.dueAt) ?? toIso(morningIn(1, Date.now(), timeZone)), remindAt: instant(draft.remindAt) ?? null,
    };
    const { data } = await client.mutate({ mutation: CreateTaskDocument, variables: { input, key } });
    return data?.createTask;
  }
  const input = {
    customerId, kind: draft.kind, body: draft.text.trim(), occurredAt: instant(draft.occurredAt), mentions: mentioned(draft),
    ...(draft.kind === 'NOTE' ? {} : { direction: draft.direction, durationMinutes: draft.kind === 'EMAIL' ? null : draft.minutes }),
  };
  const { data } = await client.mutate({ mutation: LogActivityDocument, variables: { input, key } });
  return data?.logActivity;
}
