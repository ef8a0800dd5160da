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

interface Moving extends Pick<Board, 'change' | 'hold' | 'release'> {
  readonly columns: readonly Column[] | undefined;
  readonly stageName: (key: string) => string;
  readonly probabilities: ReadonlyMap<string, number>;
}

/** The moves of one card that are under way, one after the other: each needs the version that the one before has made. */
interface Queue {
  waiting: number;
  tail: Promise<unknown>;
  version: number;
  /** Where the server has it, as far as is known. */
  confirmed: Place;
  /** One was refused: those behind it began where the card never came. */
  refused: boolean;
}

/** Moves a card at once, asks the server, and takes it back with the reason when the answer is no. */
export function useMoveOpportunity({ columns, change, hold, release, stageName, probabilities }: Moving) {
  const language = useLanguage();
  const [run] = useMutation(MoveOpportunityDocument);
  const [shut, setShut] = useState<ShutGate>();
  const [said, setSaid] = useState('');
  const now = useRef(columns);
  now.current = columns;
  const queues = useRef(new Map<string, Queue>());
  const put = useCallback((id: string, to: Place) => {
    now.current = moved(now.current ?? [], id, to, probabilities);
    change((all) => moved(all, id, to, probabilities));
  }, [change, probabilities]);
  const move = useCallback(async function moveOpportunity(id: string, to: Place, also: { overrideReason?: string; undo?: boolean } = {}): Promise<boolean> {
    const from = placeOf(now.current ?? [], id);
    const card = from && cardAt(now.current ?? [], from);
    if (!from || !card || (from.stage === to.stage && from.index === to.index)) return false;
    put(id, to);
    const queue = queues.current.get(id) ?? { waiting: 0, tail: Promise.resolve(), version: card.version, confirmed: from, refused: false };
    queues.current.set(id, queue);
    setSaid(m.opportunities_moved({ title: card.title, stage: stageName(to.stage) }));
    const below = now.current?.find(({ stage }) => stage === to.stage)?.cards[to.index - 1]?.id;
    const send = async (): Promise<boolean> => {
      if (queue.refused) return false;
      const input = { id, expectedVersion: queue.version, to: to.stage, ...(below ? { below } : {}), ...(also.overrideReason ? { overrideReason: also.overrideReason } : {}) };
      const answer = await run({ variables: { input } }).catch(() => undefined);
      const result = answer?.data?.moveOpportunity;
      if (!result || result.refusal) {
        queue.refused = true;
        put(id, queue.confirmed);
        setSaid(m.opportunities_moved_back({ title: card.title, stage: stageName(queue.confirmed.stage) }));
        if (result?.refusal?.code === 'GATE_NOT_MET' && result.opportunity) setShut({ opportunity: result.opportunity, to });
        else showToast(result?.refusal ? refusalText(result.refusal, language) : m.opportunities_not_saved(), { tone: 'bad' });
        return false;
      }
      const saved = result.opportunity;
      queue.confirmed = to;
      if (saved) {
        queue.version = saved.version;
        change((all) => renewed(all, saved));
        now.current = renewed(now.current ?? [], saved);
      }
      if (from.stage !== to.stage && !also.undo) showToast(m.opportunities_moved({ title: card.title, stage: stageName(to.stage) }), { undo: () => void moveOpportunity(id, from, { undo: true }) });
      return true;
    };
    // What the server says meanwhile does not know of what is still to be sent.
    hold();
    queue.waiting += 1;
    const sent = queue.tail.then(send);
    queue.tail = sent;
    try {
      return await sent;
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) queues.current.delete(id);
      release();
    }
  }, [change, hold, language, put, release, run, stageName]);
  return { move, shut, closeGate: () => setShut(undefined), said };
}

const cardAt = (columns: readonly Column[], { stage, index }: Place): Card | undefined => columns.find((column) => column.stage === stage)?.cards[index];
