import { Money, NumberText, type StageColor } from '#design';
import { m } from '#words';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconPlus } from '@tabler/icons-react';
import { type CSSProperties, memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { BoardCard } from './board-card.tsx';
import styles from './board.module.css';
import type { Column } from './board-state.ts';

interface BoardColumnProps {
  readonly column: Column;
  readonly name: string;
  readonly probability: number;
  readonly color: StageColor;
  /** The card in the order of tabs, if it is one of these. */
  readonly active: string | undefined;
  /** The card that is to have the focus, if it is one of these. */
  readonly wanted: string | undefined;
  readonly onArrived: () => void;
  readonly onMore: (stage: string, after: string) => void;
  readonly onNew: ((stage: string) => void) | undefined;
  readonly onOpen: (id: string) => void;
  readonly onMenu: (id: string) => void;
  readonly onChoose: (id: string) => void;
}

const height = 96;
const nearTheEnd = 8;

/** A column: what stands in it and its sums; however many cards, only those in sight are drawn. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { column, name, probability, color, active, wanted, onArrived, onMore, onNew, onOpen, onMenu, onChoose } = props;
  const { stage, cards, count, amount, next } = column;
  const scroll = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const virtual = useVirtualizer({
    count: cards.length, getScrollElement: () => scroll.current, estimateSize: () => height, overscan: 3, paddingEnd: 12, getItemKey: (index) => cards[index]?.id ?? index,
  });
  useEffect(() => {
    const element = scroll.current;
    if (!element) return undefined;
    return combine(autoScrollForElements({ element }), dropTargetForElements({
      element, getData: () => ({ stage }), onDragEnter: () => setOver(true), onDragLeave: () => setOver(false), onDrop: () => setOver(false),
    }));
  }, [stage]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (next !== null && last >= cards.length - nearTheEnd) onMore(stage, next);
  }, [cards.length, last, next, onMore, stage]);
  const place = wanted === undefined ? -1 : cards.findIndex(({ id }) => id === wanted);
  useLayoutEffect(() => {
    if (place < 0) return undefined;
    virtual.scrollToIndex(place);
    const element = () => scroll.current?.querySelector<HTMLElement>(`[data-card="${wanted}"]`);
    const arrive = (): boolean => {
      element()?.focus({ preventScroll: true });
      if (!element()) return false;
      onArrived();
      return true;
    };
    if (arrive()) return undefined;
    // It is not drawn yet: until it is, the keys are heard here, and not lost on the page.
    scroll.current?.focus({ preventScroll: true });
    let frame = requestAnimationFrame(function again() {
      if (!arrive()) frame = requestAnimationFrame(again);
    });
    return () => cancelAnimationFrame(frame);
  }, [place, virtual, wanted, onArrived]);
  return (
    <section className={styles.column} data-over={over || undefined} data-stage={stage} aria-labelledby={`stage-${stage}`} style={{ '--stage': `var(--stage-${color})` } as CSSProperties}>
      <header className={styles.columnHead}>
        <i className={styles.dot} aria-hidden />
        <h2 id={`stage-${stage}`} className={styles.name}>{name}</h2>
        <span className={styles.count}><NumberText value={count} /></span>
        {amount && <span className={styles.sum}><Money {...amount} compact /></span>}
        {onNew && <button type="button" className={styles.add} onClick={() => onNew(stage)} aria-label={m.opportunities_new_in({ stage: name })}><IconPlus size={14} stroke={1.75} aria-hidden /></button>}
      </header>
      <div className={styles.probability} aria-hidden><i style={{ width: `${probability}%` }} /></div>
      <div ref={scroll} className={styles.scroll} tabIndex={-1}>
        {cards.length === 0 && <p className={styles.empty}>{m.opportunities_column_empty()}</p>}
        <ul className={styles.list} style={{ height: virtual.getTotalSize() }} aria-label={name}>
          {items.map(({ index, key, start }) => {
            const card = cards[index];
            return card && (
              <BoardCard key={key} card={card} top={start} index={index} size={count} active={card.id === active} onOpen={onOpen} onMenu={onMenu} onChoose={onChoose} />
            );
          })}
        </ul>
      </div>
    </section>
  );
});
