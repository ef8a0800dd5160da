import { showToast } from '#design';
import { m } from '#words';
import { useRef } from 'react';

/**
 * Asks for a further page of what these variables ask. An answer that comes after another question was asked belongs to
 * no list here: `isAsked` says so, and `updateQuery` leaves what it finds. What fails is told, and may be asked again.
 */
export function useMore<Answer>(variables: object, ask: (isAsked: () => boolean) => Promise<Answer>): () => Promise<Answer | undefined> {
  const key = JSON.stringify(variables);
  const latest = useRef(key);
  latest.current = key;
  return () => ask(() => latest.current === key).catch(() => {
    showToast(m.design_error_title(), { tone: 'bad' });
    return undefined;
  });
}
