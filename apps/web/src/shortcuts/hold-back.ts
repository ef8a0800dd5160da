/** What belongs together when it is sent. */
const parts = 'form,[role=dialog],[data-composer]';

export const partOf = (target: EventTarget | null): ParentNode => (target instanceof Element ? target.closest(parts) : null) ?? document;

/**
 * Whether something in here stands typed that is no day, time or number: sent, it would pass for nothing. Fields mark it
 * by `data-unread`; left and entered again, the first of them says what is wrong.
 */
export function holdBack(part: ParentNode): boolean {
  const field = part.querySelector<HTMLElement>('[data-unread]');
  if (!field) return false;
  field.focus();
  field.blur();
  field.focus();
  return true;
}
