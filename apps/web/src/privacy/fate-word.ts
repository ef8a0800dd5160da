import { m } from '#words';

export function fateWord(erasure: 'DELETED' | 'EMPTIED' | 'KEPT'): string {
  switch (erasure) {
    case 'DELETED': return m.privacy_deleted();
    case 'EMPTIED': return m.privacy_emptied();
    case 'KEPT': return m.privacy_stays();
    default: return erasure satisfies never;
  }
}
