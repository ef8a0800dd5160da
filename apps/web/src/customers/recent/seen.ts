export interface Seen {
  readonly id: string;
  readonly kind: 'PERSON' | 'ORGANISATION';
}

const most = 8;
const keyOf = (userId: string) => `orbita-seen-${userId}`;

/** The customers this person opened last in this browser, the latest first. Names are not kept here: they outlive who is erased. */
export function seenBy(userId: string): readonly Seen[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each: Partial<Seen> | null) => typeof each?.id === 'string').map(({ id, kind }: Seen) => ({ id, kind })) : [];
  } catch {
    return [];
  }
}

export function rememberSeen(userId: string, { id, kind }: Seen): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify([{ id, kind }, ...seenBy(userId).filter((each) => each.id !== id)].slice(0, most)));
  } catch {
    // Where nothing can be kept nothing is remembered.
  }
}
