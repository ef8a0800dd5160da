/** Only a path of this app: an address from outside could lead a fresh session elsewhere. */
export const safeNext = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');
