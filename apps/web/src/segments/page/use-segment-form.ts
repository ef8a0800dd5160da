import { refusalText, type Refused } from '#api-client';
import { useKeptDraft } from '#drafts';
import { CreateSegmentDocument, type SegmentHeadFragment, UpdateSegmentDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import type { Rule } from '@orbita/domain/rules';
import { useEffect, useState } from 'react';

export interface SegmentStart {
  readonly name: string;
  readonly description: string;
  readonly kind: 'RULE' | 'LIST';
  readonly rule: Rule | undefined;
}

export interface Problem {
  readonly field: string | undefined;
  readonly text: string;
  /** Somebody else saved meanwhile: this is how it stands now. */
  readonly theirs?: SegmentHeadFragment;
}

interface Written {
  readonly name: string;
  readonly description: string;
  /** The last one that could be read. */
  readonly rule: Rule;
}

/** What is being written, and what stood there when that began; nothing as long as nobody has touched it. */
interface SegmentDraft {
  readonly edited?: Written;
  readonly over?: { readonly written: Written; readonly version: number };
}

type Saved = Promise<SegmentHeadFragment | undefined>;

const everybody: Rule = { and: [] };
const writtenOf = ({ name, description, rule }: SegmentHeadFragment): Written => ({ name, description: description ?? '', rule: (rule as Rule | null) ?? everybody });
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Of which segment the draft is; a copy under way is no other new one. */
const placeOf = (start: SegmentStart, saved: SegmentHeadFragment | undefined): string =>
  (saved ? `segment.${saved.id}` : `segment.new.${start.kind}${start.name || start.rule ? JSON.stringify([start.name, start.rule]) : ''}`);

/** What a segment's page holds until it is saved: neither a reload nor a way elsewhere and back loses it. */
export function useSegmentForm(start: SegmentStart, saved: SegmentHeadFragment | undefined) {
  const language = useLanguage();
  const kept = useKeptDraft<SegmentDraft>(placeOf(start, saved), () => ({}));
  const stands: Written = saved ? writtenOf(saved) : { name: start.name, description: start.description, rule: start.rule ?? everybody };
  const seen = { written: stands, version: saved?.version ?? 0 };
  const { edited = stands, over: began = seen } = kept.draft;
  const { name, description } = edited;
  const [unfinished, setUnfinished] = useState(false);
  const rule = unfinished ? undefined : edited.rule;
  // What somebody else wrote since is saved over no more unseen; who is in a list, or sees it, is no part of what is written.
  const version = same(began.written, stands) ? seen.version : began.version;
  const put = (next: Partial<Written>) => kept.setDraft(({ edited: before = stands, over = seen }) => ({ edited: { ...before, ...next }, over }));
  const setRule = (next: Rule | undefined) => {
    setUnfinished(next === undefined);
    put(next ? { rule: next } : {});
  };
  const [strict, setStrict] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [create, creating] = useMutation(CreateSegmentDocument);
  const [update, updating] = useMutation(UpdateSegmentDocument);
  const dirty = saved === undefined || name !== saved.name || description !== (saved.description ?? '')
    || (start.kind === 'RULE' && !same(rule, saved.rule));
  useEffect(() => {
    if (dirty) return;
    // As it stands again: from here it follows what others save.
    if (kept.draft.edited) kept.startAnew();
    else kept.forget();
  });
  const answer = (refusal: Refused | null | undefined, segment: SegmentHeadFragment | null | undefined) => {
    if (!refusal) {
      setProblem(undefined);
      return segment ?? undefined;
    }
    const theirs = refusal.code === 'STALE_VERSION' && segment ? { theirs: segment } : {};
    setProblem({ field: refusal.field?.split('.')[0], text: refusalText(refusal, language), ...theirs });
    return undefined;
  };
  const make = async (of: { rule?: Rule; list?: readonly string[] }): Saved => {
    const { data } = await create({
      variables: { input: { name, description: description || null, ...of } as never },
      update: (cache) => void cache.evict({ fieldName: 'segments' }),
    });
    const made = answer(data?.createSegment.refusal, data?.createSegment.segment);
    if (made) kept.forget();
    return made;
  };
  const change = async (id: string, expectedVersion: number): Saved => {
    const { data } = await update({
      variables: { input: { id, expectedVersion, name, description, ...(start.kind === 'RULE' ? { rule } : {}) } },
      update: (cache) => void cache.evict({ fieldName: 'segments' }),
    });
    const done = answer(data?.updateSegment.refusal, data?.updateSegment.segment);
    // What was written while it was on its way is written over what was saved.
    if (done) kept.setDraft((now) => (now.edited && now.edited !== kept.draft.edited ? { edited: now.edited, over: { written: writtenOf(done), version: done.version } } : {}));
    return done;
  };
  /** Saves over the version one has seen, or over a later one that one has been shown. */
  const save = async (over?: number): Saved => {
    if (start.kind === 'RULE' && rule === undefined) {
      setStrict(true);
      return undefined;
    }
    const saving = saved ? change(saved.id, over ?? version) : make(start.kind === 'RULE' ? { rule: rule ?? everybody } : { list: [] });
    return saving.catch(() => {
      setProblem({ field: undefined, text: m.segments_failed() });
      return undefined;
    });
  };
  const take = (theirs: SegmentHeadFragment) => {
    kept.setDraft({ edited: writtenOf(theirs), over: { written: writtenOf(theirs), version: theirs.version } });
    setUnfinished(false);
    setProblem(undefined);
  };
  const startAnew = () => {
    kept.startAnew();
    setUnfinished(false);
    setProblem(undefined);
  };
  return {
    name, setName: (next: string) => put({ name: next }), description, setDescription: (next: string) => put({ description: next }),
    rule, setRule, strict, problem, dirty, save, take, busy: creating.loading || updating.loading,
    kept: { isBack: kept.isBack && dirty, startAnew },
  };
}

export type SegmentForm = ReturnType<typeof useSegmentForm>;
