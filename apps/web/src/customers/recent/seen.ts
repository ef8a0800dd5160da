export interface Seen {
  readonly id: string;
  readonly name: string;
  readonly kind: 'PERSON' | 'ORGANISATION';
}

const most = 8;
const keyOf = (userId: string) => `orbita-seen-${userId}`;

/** The customers this person opened last in this browser, the latest first. */
export function seenBy(userId: string): readonly Seen[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each: Partial<Seen>) => typeof each?.id === 'string' && typeof each.name === 'string') as Seen[] : [];
  } catch {
    return [];
  }
}

export function rememberSeen(userId: string, customer: Seen): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify([customer, ...seenBy(userId).filter(({ id }) => id !== customer.id)].slice(0, most)));
  } catch {
    // Where nothing can be kept nothing is remembered.
  }
}
