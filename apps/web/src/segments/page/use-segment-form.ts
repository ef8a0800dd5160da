import { refusalText, type Refused } from '#api-client';
import { CreateSegmentDocument, type SegmentHeadFragment, UpdateSegmentDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import type { Rule } from '@orbita/domain/rules';
import { useState } from 'react';

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

type Saved = Promise<SegmentHeadFragment | undefined>;

const everybody: Rule = { and: [] };
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What a segment's page holds until it is saved. */
export function useSegmentForm(start: SegmentStart, saved: SegmentHeadFragment | undefined) {
  const language = useLanguage();
  const [name, setName] = useState(start.name);
  const [description, setDescription] = useState(start.description);
  const [rule, setRule] = useState<Rule | undefined>(start.rule ?? everybody);
  const [strict, setStrict] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [create, creating] = useMutation(CreateSegmentDocument);
  const [update, updating] = useMutation(UpdateSegmentDocument);
  const dirty = saved === undefined || name !== saved.name || description !== (saved.description ?? '')
    || (start.kind === 'RULE' && !same(rule, saved.rule));
  const answer = (refusal: Refused | null | undefined, segment: SegmentHeadFragment | null | undefined) => {
    if (!refusal) {
      setProblem(undefined);
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
    const saving = saved ? change(saved.id, over ?? saved.version) : make(start.kind === 'RULE' ? { rule: rule ?? everybody } : { list: [] });
    return saving.catch(() => {
      setProblem({ field: undefined, text: m.segments_failed() });
      return undefined;
    });
  };
  const take = (theirs: SegmentHeadFragment) => {
    setName(theirs.name);
    setDescription(theirs.description ?? '');
    setRule((theirs.rule as Rule | null) ?? everybody);
    setProblem(undefined);
  };
  return { name, setName, description, setDescription, rule, setRule, strict, problem, dirty, save, take, busy: creating.loading || updating.loading };
}

export type SegmentForm = ReturnType<typeof useSegmentForm>;
