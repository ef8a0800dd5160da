import { Chip, type ChipTone } from '#design';
import type { ImportStatus } from '#operations';
import { m } from '#words';

const tones: Readonly<Record<ImportStatus, ChipTone>> = { WAITING: 'plain', RUNNING: 'plain', DONE: 'ok', FAILED: 'bad', STOPPED: 'warn', UNDOING: 'plain', UNDONE: 'plain' };

export const StatusChip = ({ status }: { readonly status: ImportStatus }) => <Chip tone={tones[status]}>{statusWord(status)}</Chip>;

export function statusWord(status: ImportStatus): string {
  switch (status) {
    case 'WAITING': return m.imports_status_waiting();
    case 'RUNNING': return m.imports_status_running();
    case 'DONE': return m.imports_status_done();
    case 'FAILED': return m.imports_status_failed();
    case 'STOPPED': return m.imports_status_stopped();
    case 'UNDOING': return m.imports_status_undoing();
    case 'UNDONE': return m.imports_status_undone();
    default: return status satisfies never;
  }
}

/** Whether it changes by itself. */
export const isMoving = (status: ImportStatus): boolean => status === 'WAITING' || status === 'RUNNING' || status === 'UNDOING';
