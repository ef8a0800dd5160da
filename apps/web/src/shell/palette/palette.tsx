import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import { m } from '#words';
import { Modal } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { PaletteBox } from './palette-box.tsx';
import { matches, type PaletteItem, type PaletteKind, type PaletteSearch } from './palette-items.ts';
import styles from './palette.module.css';
import { useCommands } from './use-commands.ts';
import { usePaletteSearch } from './use-palette-search.ts';

interface PaletteProps {
  readonly search: PaletteSearch | undefined;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}

const headings: Record<PaletteKind, () => string> = {
  customers: m.shell_nav_customers, opportunities: m.shell_nav_opportunities, orders: m.shell_nav_orders, products: m.shell_nav_products, segments: m.shell_nav_segments,
};

/** ⌘K: go anywhere, find anybody, do anything, without the mouse. */
export function Palette({ search, onClose, onShortcuts }: PaletteProps) {
  const [text, setText] = useState('');
  const router = useRouter();
  const question = text.trim();
  const { hits, searching, failed } = usePaletteSearch(question, search);
  const found = hits.map((hit): PaletteItem => ({
    id: hit.id, section: hit.kind ? headings[hit.kind]() : m.shell_palette_found(), label: hit.label, detail: hit.detail, run: () => router.history.push(hit.href),
  }));
  const commands = useCommands(onShortcuts).filter(({ label }) => matches(label, question));
  const choose = (item: PaletteItem) => {
    onClose();
    item.run();
  };
  return (
    <Modal.Root opened onClose={onClose} size={600} yOffset="14vh" radius="lg" classNames={{ content: styles.content, overlay: styles.overlay }} transitionProps={{ duration: 90 }}>
      <Modal.Overlay />
      <Modal.Content aria-label={m.shell_palette()}>
        <PaletteBox
          text={text} onText={setText} finds={found} commands={commands} onChoose={choose}
          note={failed ? m.shell_palette_failed() : searching ? m.shell_palette_searching() : m.shell_palette_nothing()}
          busy={searching}
        />
      </Modal.Content>
    </Modal.Root>
  );
}
