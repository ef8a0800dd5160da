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

/** What is being written, and over which version. */
interface SegmentDraft {
  readonly name: string;
  readonly description: string;
  /** The last one that could be read. */
  readonly rule: Rule;
  readonly version: number;
}

type Saved = Promise<SegmentHeadFragment | undefined>;

const everybody: Rule = { and: [] };
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Of which segment the draft is; a copy under way is no other new one. */
const placeOf = (start: SegmentStart, saved: SegmentHeadFragment | undefined): string =>
  (saved ? `segment.${saved.id}` : `segment.new.${start.kind}${start.name || start.rule ? JSON.stringify([start.name, start.rule]) : ''}`);

/** What a segment's page holds until it is saved: neither a reload nor a way elsewhere and back loses it. */
export function useSegmentForm(start: SegmentStart, saved: SegmentHeadFragment | undefined) {
  const language = useLanguage();
  const kept = useKeptDraft<SegmentDraft>(placeOf(start, saved), () => (
    { name: start.name, description: start.description, rule: start.rule ?? everybody, version: saved?.version ?? 0 }));
  const { name, description } = kept.draft;
  const [unfinished, setUnfinished] = useState(false);
  const rule = unfinished ? undefined : kept.draft.rule;
  // What was written over an older version is saved over no newer one unseen.
  const [since, setSince] = useState(kept.isBack ? kept.draft.version : undefined);
  const put = (next: Partial<SegmentDraft>) => kept.setDraft((before) => ({ ...before, ...next, version: since ?? saved?.version ?? 0 }));
  const setRule = (next: Rule | undefined) => {
    setUnfinished(next === undefined);
    if (next) put({ rule: next });
  };
  const settle = () => {
    kept.forget();
    setSince(undefined);
    setProblem(undefined);
  };
  const [strict, setStrict] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [create, creating] = useMutation(CreateSegmentDocument);
  const [update, updating] = useMutation(UpdateSegmentDocument);
  const dirty = saved === undefined || name !== saved.name || description !== (saved.description ?? '')
    || (start.kind === 'RULE' && !same(rule, saved.rule));
  useEffect(() => {
    if (!dirty) kept.forget();
  });
  const answer = (refusal: Refused | null | undefined, segment: SegmentHeadFragment | null | undefined) => {
    if (!refusal) {
      settle();
      return segment ?? undefined;
    }
    const theirs = refusal.code === 'STALE_VERSION' && segment ? { theirs: segment } : {};
    setProblem({ field: refusal.field?.split('.')[0], text: refusalText(refusal, language), ...theirs });
    return undefined;
  };
  const make = async (kept: { rule?: Rule; list?: readonly string[] }): Saved => {
    const { data } = await create({
      variables: { input: { name, description: description || null, ...kept } as never },
      update: (cache) => void cache.evict({ fieldName: 'segments' }),
    });
    return answer(data?.createSegment.refusal, data?.createSegment.segment);
  };
  const change = async (id: string, expectedVersion: number): Saved => {
    const { data } = await update({
      variables: { input: { id, expectedVersion, name, description, ...(start.kind === 'RULE' ? { rule } : {}) } },
      update: (cache) => void cache.evict({ fieldName: 'segments' }),
    });
    return answer(data?.updateSegment.refusal, data?.updateSegment.segment);
  };
  /** Saves over the version one has seen, or over a later one that one has been shown. */
  const save = async (over?: number): Saved => {
    if (start.kind === 'RULE' && rule === undefined) {
      setStrict(true);
      return undefined;
    }
    const saving = saved ? change(saved.id, over ?? since ?? saved.version) : make(start.kind === 'RULE' ? { rule: rule ?? everybody } : { list: [] });
    return saving.catch(() => {
      setProblem({ field: undefined, text: m.segments_failed() });
      return undefined;
    });
  };
  const take = (theirs: SegmentHeadFragment) => {
    kept.setDraft({ name: theirs.name, description: theirs.description ?? '', rule: (theirs.rule as Rule | null) ?? everybody, version: theirs.version });
    setUnfinished(false);
    settle();
  };
  const startAnew = () => {
    kept.startAnew();
    setUnfinished(false);
    settle();
  };
  return {
    name, setName: (next: string) => put({ name: next }), description, setDescription: (next: string) => put({ description: next }),
    rule, setRule, strict, problem, dirty, save, take, busy: creating.loading || updating.loading,
    kept: { isBack: kept.isBack && dirty, startAnew },
  };
}

export type SegmentForm = ReturnType<typeof useSegmentForm>;
