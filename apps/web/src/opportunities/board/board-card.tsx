import { DateText, Money, Monogram } from '#design';
import { m } from '#words';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { IconClock, IconDots } from '@tabler/icons-react';
import { memo, useEffect, useRef, useState } from 'react';
import styles from './board.module.css';
import type { Card } from './board-state.ts';

interface BoardCardProps {
  readonly card: Card;
  readonly top: number;
  readonly index: number;
  readonly size: number;
  /** In the order of tabs. */
  readonly active: boolean;
  readonly onOpen: (id: string) => void;
  readonly onMenu: (id: string) => void;
  readonly onChoose: (id: string) => void;
}

/** A card: whose, what, how much, until when; it says when it has stood still for too long. */
export const BoardCard = memo(function BoardCard({ card, top, index, size, active, onOpen, onMenu, onChoose }: BoardCardProps) {
  const { id, stage, title, customerName, amount, expectedCloseOn, isStale, owner, viewerCanUpdate } = card;
  const slot = useRef<HTMLLIElement>(null);
  const [edge, setEdge] = useState<string | null>(null);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const element = slot.current;
    if (!element) return undefined;
    return combine(
      draggable({
        element, canDrag: () => viewerCanUpdate, getInitialData: () => ({ card: id, stage }), onDragStart: () => setDragging(true), onDrop: () => setDragging(false),
        onGenerateDragPreview: ({ nativeSetDragImage, location }) => setCustomNativeDragPreview({
          nativeSetDragImage, getOffset: () => offsetIn(element, location.current.input), render: ({ container }) => container.append(previewOf(element)),
        }),
      }),
      dropTargetForElements({
        element, getData: ({ input, element: over }) => attachClosestEdge({ card: id, stage }, { input, element: over, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self, source }) => setEdge(source.data['card'] === id ? null : extractClosestEdge(self.data)), onDragLeave: () => setEdge(null), onDrop: () => setEdge(null),
      }),
    );
  }, [id, stage, viewerCanUpdate]);
  return (
    <li ref={slot} className={styles.slot} style={{ transform: `translateY(${top}px)` }} aria-posinset={index + 1} aria-setsize={size} data-drag={dragging || undefined}>
      <div className={styles.card} data-stale={isStale || undefined}>
        <div className={styles.whose}>
          <Monogram name={customerName} shape="square" size={16} /><span className={styles.customer}>{customerName}</span>
          {viewerCanUpdate && <button type="button" className={styles.dots} tabIndex={-1} onClick={() => onMenu(id)} aria-label={m.opportunities_move_to({ title })}><IconDots size={15} aria-hidden /></button>}
        </div>
        <button
          type="button" className={styles.open} tabIndex={active ? 0 : -1} data-card={id} onClick={() => onOpen(id)} onFocus={() => onChoose(id)}
          aria-label={`${title}, ${customerName}`} aria-keyshortcuts="Alt+ArrowRight Alt+ArrowLeft Alt+ArrowUp Alt+ArrowDown M"
        >
          {title}
        </button>
        <div className={styles.foot}>
          {amount ? <b className={styles.amount}><Money {...amount} whole /></b> : <span className={styles.meta}>{m.opportunities_no_amount()}</span>}
          {expectedCloseOn && <span className={styles.meta}><DateText value={expectedCloseOn} style="short" /></span>}
          {isStale && <span className={styles.meta} data-tone="warn"><IconClock size={12} stroke={1.75} aria-hidden />{m.opportunities_stale()}</span>}
          {owner && <span className={styles.owner} title={owner.name}><Monogram name={owner.name} size={20} /><span className="visually-hidden">{owner.name}</span></span>}
        </div>
      </div>
      {edge && <i className={styles.line} data-edge={edge} />}
    </li>
  );
});

function offsetIn(element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }) {
  const box = element.getBoundingClientRect();
  return { x: clientX - box.left, y: clientY - box.top };
}

function previewOf(element: HTMLElement): HTMLElement {
  const preview = element.firstElementChild?.cloneNode(true) as HTMLElement;
  preview.classList.add(styles['preview'] ?? '');
  preview.style.width = `${element.clientWidth}px`;
  return preview;
}
