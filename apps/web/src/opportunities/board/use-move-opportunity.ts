import { refusalText } from '#api-client';
import { showToast } from '#design';
import { MoveOpportunityDocument, type MoveOpportunityMutation } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { type Card, type Column, moved, type Place, placeOf, renewed } from './board-state.ts';
import type { Board } from './use-board.ts';

type Answered = NonNullable<MoveOpportunityMutation['moveOpportunity']['opportunity']>;

/** A move that a gate refused: what is missing, and what was wanted. */
export interface ShutGate {
  readonly opportunity: Answered;
  readonly to: Place;
}

interface Moving extends Pick<Board, 'change' | 'renew'> {
  readonly columns: readonly Column[] | undefined;
  readonly stageName: (key: string) => string;
  readonly probabilities: ReadonlyMap<string, number>;
}

/** Moves a card at once, asks the server, and takes it back with the reason when the answer is no. */
export function useMoveOpportunity({ columns, change, renew, stageName, probabilities }: Moving) {
  const language = useLanguage();
  const [run] = useMutation(MoveOpportunityDocument);
  const [shut, setShut] = useState<ShutGate>();
  const [said, setSaid] = useState('');
  const now = useRef(columns);
  now.current = columns;
  const move = useCallback(async function moveOpportunity(id: string, to: Place, also: { overrideReason?: string; undo?: boolean } = {}): Promise<boolean> {
    const board = now.current ?? [];
    const from = placeOf(board, id);
    const card = from && cardAt(board, from);
    if (!from || !card || (from.stage === to.stage && from.index === to.index)) return false;
    const next = moved(board, id, to, probabilities);
    now.current = next;
    change((all) => moved(all, id, to, probabilities));
    setSaid(m.opportunities_moved({ title: card.title, stage: stageName(to.stage) }));
    const back = () => change((all) => moved(all, id, from, probabilities));
    const below = next.find(({ stage }) => stage === to.stage)?.cards[to.index - 1]?.id;
    const input = { id, expectedVersion: card.version, to: to.stage, ...(below ? { below } : {}), ...(also.overrideReason ? { overrideReason: also.overrideReason } : {}) };
    const answer = await run({ variables: { input } }).catch(() => undefined);
    const result = answer?.data?.moveOpportunity;
    if (!result || result.refusal) {
      back();
      setSaid(m.opportunities_moved_back({ title: card.title, stage: stageName(from.stage) }));
      if (result?.refusal?.code === 'GATE_NOT_MET' && result.opportunity) setShut({ opportunity: result.opportunity, to });
      else showToast(result?.refusal ? refusalText(result.refusal, language) : m.opportunities_not_saved(), { tone: 'bad' });
      renew();
      return false;
    }
    const saved = result.opportunity;
    if (saved) change((all) => renewed(all, saved));
    if (saved) now.current = renewed(now.current ?? [], saved);
    if (from.stage !== to.stage && !also.undo) showToast(m.opportunities_moved({ title: card.title, stage: stageName(to.stage) }), { undo: () => void moveOpportunity(id, from, { undo: true }) });
    return true;
  }, [change, language, probabilities, renew, run, stageName]);
  return { move, shut, closeGate: () => setShut(undefined), said };
}

const cardAt = (columns: readonly Column[], { stage, index }: Place): Card | undefined => columns.find((column) => column.stage === stage)?.cards[index];
