import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { KeyHint } from '../mark/key-hint.tsx';
import { dismissToast, settleToasts, takeBack, type Toast, useToasts } from './toast-store.ts';
import styles from './toaster.module.css';

const shownFor = 5000;

/** Stands once in the shell. New words are read out; hovering or focusing keeps them. */
export function Toaster() {
  const toasts = useToasts();
  const undoable = toasts.findLast(({ undo }) => undo);
  useShortcut({ keys: 'mod+z', label: m.design_undo(), group: 'general', run: () => undoable && takeBack(undoable) }, undoable !== undefined);
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && void settleToasts();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', settleToasts);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', settleToasts);
    };
  }, []);
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {toasts.map((toast) => <ToastCard key={toast.id} toast={toast} />)}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), shownFor);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <div className={styles.toast} data-tone={toast.tone} onMouseEnter={hold} onMouseLeave={release} onFocus={hold} onBlur={release}>
      <span className={styles.text}>{toast.text}</span>
      {toast.undo && (
        <button type="button" className={styles.undo} onClick={() => takeBack(toast)}>
          {m.design_undo()} <KeyHint keys="mod+z" />
        </button>
      )}
      <button type="button" className={styles.close} aria-label={m.design_dismiss()} onClick={() => dismissToast(toast.id)}>
        <IconX size={14} aria-hidden />
      </button>
    </div>
  );
}
