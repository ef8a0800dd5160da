import {
  type ImportFormatInput, type ImportRoom, type ImportSketchDetailsFragment, ImportSketchDocument, type ImportSketchQueryVariables, ImportWordsDocument,
} from '#operations';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, draftOf, reread, withTarget, withWords } from './draft/draft.ts';
import { storedDraft, storeDraft } from './draft/stored-draft.ts';

interface WizardState {
  readonly sketch?: ImportSketchDetailsFragment | undefined;
  readonly draft?: Draft | undefined;
  /** Why the file cannot be used, in the server's words. */
  readonly refusal?: string | undefined;
  readonly failed?: boolean;
  /** The file is being looked at again. */
  readonly busy: boolean;
}

interface Beginning {
  readonly room?: ImportRoom | undefined;
  readonly like?: string | undefined;
}

/** What a file seems to be, and what somebody says of it instead: kept in the browser with every word of it. */
export function useWizard(fileId: string, { room, like }: Beginning) {
  const client = useApolloClient();
  const [state, setState] = useState<WizardState>({ busy: true });
  const round = useRef(0);
  const put = useCallback((change: (draft: Draft) => Draft) => setState((now) => (now.draft ? { ...now, draft: change(now.draft) } : now)), []);
  const ask = useCallback(async (asked: Omit<ImportSketchQueryVariables, 'fileId'>, drafted: (sketch: ImportSketchDetailsFragment, before: Draft | undefined) => Draft) => {
    const mine = ++round.current;
    setState((now) => ({ ...now, busy: true, failed: false }));
    const { data } = await client.query({ query: ImportSketchDocument, variables: { fileId, ...asked }, fetchPolicy: 'network-only' }).catch(() => ({ data: undefined }));
    if (mine !== round.current) return;
    const { sketch, refusal } = data?.importSketch ?? {};
    if (sketch) setState((now) => ({ sketch, draft: drafted(sketch, now.draft), busy: false }));
    // What was said stands: only the new way of reading it was refused.
    else setState((now) => ({ ...now, busy: false, failed: !refusal, refusal: refusal?.message }));
  }, [client, fileId]);
  const begin = useCallback(() => {
    const kept = storedDraft(fileId);
    return kept
      ? ask({ room: kept.room, format: kept.format, useSaved: false }, () => kept)
      : ask({ room, importId: like || undefined, useSaved: true }, (sketch) => draftOf(sketch, Boolean(like)));
  }, [ask, fileId, like, room]);
  useEffect(() => {
    setState({ busy: true });
    if (fileId) void begin();
    else round.current += 1;
  }, [begin, fileId]);
  const { draft } = state;
  useEffect(() => { if (draft) storeDraft(fileId, draft); }, [draft, fileId]);
  const latest = useRef(draft);
  latest.current = draft;
  const sendTo = useCallback(async (column: string, target: string | null, hasChoices: boolean) => {
    put((now) => withTarget(now, column, target));
    const now = latest.current;
    if (target === null || !hasChoices || !now) return;
    const { data } = await client.query({ query: ImportWordsDocument, variables: { fileId, room: now.room, format: now.format, column, target } }).catch(() => ({ data: undefined }));
    const words = data?.importWords.map(({ from, to }) => ({ from, to }));
    if (words) put((then) => (then.columns.some(({ name, target: goes }) => name === column && goes === target) ? withWords(then, column, words) : then));
  }, [client, fileId, put]);
  return {
    ...state, put, sendTo, begin,
    chooseRoom: (chosen: ImportRoom) => ask({ room: chosen, format: draft?.format, useSaved: true }, (sketch, before) => ({ ...draftOf(sketch), ...(before ? { onExisting: before.onExisting, onLikely: before.onLikely, onUnknownOwner: before.onUnknownOwner, unsure: before.unsure } : {}) })),
    /** Under another heading the columns are others: all is guessed anew. */
    chooseFormat: (format: ImportFormatInput) => (format.heading === draft?.format.heading
      ? ask({ room: draft?.room, format, useSaved: false }, (sketch, before) => (before ? reread(before, sketch) : draftOf(sketch)))
      : ask({ format, useSaved: true }, (sketch) => draftOf(sketch))),
    takeMapping: (mappingId: string) => ask({ format: draft?.format, mappingId, useSaved: false }, (sketch) => draftOf(sketch)),
    guessAnew: () => ask({ room: draft?.room, useSaved: false }, (sketch) => draftOf(sketch)),
    /** It was imported: nothing of it is kept. */
    forget: () => storeDraft(fileId, undefined),
  };
}

export type Wizard = ReturnType<typeof useWizard>;
