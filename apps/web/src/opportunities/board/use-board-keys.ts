import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { type Column, type Place, placeOf } from './board-state.ts';

interface Keys {
  readonly columns: readonly Column[];
  readonly onMove: (id: string, to: Place) => void;
  readonly onMenu: (id: string) => void;
}

/**
 * One card of the board is in the order of tabs; arrows go from card to card, with Alt they carry the card along. The
 * column brings a card into sight before it takes the focus.
 */
export function useBoardKeys({ columns, onMove, onMenu }: Keys) {
  const [chosen, setChosen] = useState<string>();
  const [wanted, setWanted] = useState<string>();
  const active = chosen !== undefined && placeOf(columns, chosen) ? chosen : columns.find(({ cards }) => cards.length > 0)?.cards[0]?.id;
  // Where the focus is going: keys that come faster than it can follow are about that card already.
  const aim = useRef<string>(undefined);
  const go = useCallback((id: string | undefined) => {
    if (id === undefined) return;
    aim.current = id;
    setChosen(id);
    setWanted(id);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const aimed = aim.current !== undefined && placeOf(columns, aim.current) ? aim.current : undefined;
    const id = aimed ?? (event.target as HTMLElement).closest<HTMLElement>('[data-card]')?.dataset['card'];
    const place = id === undefined ? undefined : placeOf(columns, id);
    if (id === undefined || !place || event.ctrlKey || event.metaKey) return;
    const at = columns.findIndex(({ stage }) => stage === place.stage);
    const vertical = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const sideways = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (vertical) {
      event.preventDefault();
      const index = place.index + vertical;
      const cards = columns[at]?.cards ?? [];
      if (!event.altKey) return go(cards[index]?.id);
      if (index < 0 || index >= cards.length) return;
      onMove(id, { stage: place.stage, index });
      return go(id);
    }
    if (sideways) {
      event.preventDefault();
      if (event.altKey) {
        const next = columns[at + sideways];
        if (!next) return;
        onMove(id, { stage: next.stage, index: 0 });
        return go(id);
      }
      return go(neighbour(columns, at, sideways, place.index));
    }
    if (event.key === 'm' && !event.altKey) {
      event.preventDefault();
      onMenu(id);
    }
  };
  const arrived = useCallback(() => {
    aim.current = undefined;
    setWanted(undefined);
  }, []);
  return { active, chosen: active === chosen ? chosen : undefined, wanted, arrived, choose: setChosen, go, onKeyDown };
}

/** The card at the same height of the next column that has any. */
function neighbour(columns: readonly Column[], from: number, step: number, index: number): string | undefined {
  for (let at = from + step; at >= 0 && at < columns.length; at += step) {
    const cards = columns[at]?.cards ?? [];
    if (cards.length > 0) return cards[Math.min(index, cards.length - 1)]?.id;
  }
  return undefined;
}
