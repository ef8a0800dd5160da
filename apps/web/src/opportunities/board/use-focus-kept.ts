import { type FocusEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { type Column, type Place, placeOf } from './board-state.ts';

interface Kept {
  readonly columns: readonly Column[] | undefined;
  /** Something lies open over the board. */
  readonly covered: boolean;
  readonly go: (id: string | undefined) => void;
}

const nobody = () => document.activeElement === null || document.activeElement === document.body;
/** What lay over the board has given the focus back by then. */
const soon = 60;

/**
 * Whoever stands on a card stands on the board: when the card is moved he goes with it, and when it leaves the board (it was
 * won, or another person lost it) he stands on the one that takes its place.
 */
export function useFocusKept({ columns, covered, go }: Kept) {
  const held = useRef<{ readonly id: string; readonly place: Place }>(undefined);
  const back = useRef(() => {});
  useLayoutEffect(() => {
    back.current = () => {
      if (!held.current || !columns || !nobody()) return;
      const { id, place } = held.current;
      go(placeOf(columns, id) ? id : nextTo(columns, place));
    };
    back.current();
    const place = held.current && columns && placeOf(columns, held.current.id);
    if (held.current && place) held.current = { id: held.current.id, place };
  }, [columns, go]);
  const wasCovered = useRef(covered);
  useEffect(() => {
    const uncovered = wasCovered.current && !covered;
    wasCovered.current = covered;
    if (!uncovered) return undefined;
    const timer = setTimeout(() => back.current(), soon);
    return () => clearTimeout(timer);
  }, [covered]);
  useEffect(() => {
    const elsewhere = ({ target }: { target: EventTarget | null }) => {
      if (target instanceof HTMLElement && !target.closest('[role="dialog"], [data-board]')) held.current = undefined;
    };
    document.addEventListener('focusin', elsewhere);
    return () => document.removeEventListener('focusin', elsewhere);
  }, []);
  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      const id = target.closest<HTMLElement>('[data-card]')?.dataset['card'];
      const place = id === undefined || !columns ? undefined : placeOf(columns, id);
      if (id !== undefined && place) held.current = { id, place };
    },
    onBlur: ({ target }: FocusEvent<HTMLElement>) => {
      // A click beside the cards leaves them; a card that is taken away does not.
      setTimeout(() => {
        if (nobody() && target.isConnected) held.current = undefined;
      });
    },
  };
}

/** The card that took this place, else the last of the column, else any. */
function nextTo(columns: readonly Column[], { stage, index }: Place): string | undefined {
  const cards = columns.find((column) => column.stage === stage)?.cards ?? [];
  return (cards[index] ?? cards.at(-1) ?? columns.find((column) => column.cards.length > 0)?.cards[0])?.id;
}
