/** What people can act upon when the door says no. */
export type AccessFailure = 'wrong' | 'throttled' | 'unreachable';

/** Why the door said no; the code is the server's own word for it. */
export interface DoorRefusal {
  readonly failure: AccessFailure;
  readonly code?: string | undefined;
}

export type DoorAnswer = { readonly data: unknown; readonly refused?: undefined } | { readonly refused: DoorRefusal; readonly data?: undefined };

export function failureOf(status: number): AccessFailure {
  if (status === 429) return 'throttled';
  return status >= 400 && status < 500 ? 'wrong' : 'unreachable';
}

/** Asks the door of sign-in and sessions: with a body it does something, without one it only reads. */
export async function askDoor(path: string, body?: object): Promise<DoorAnswer> {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: body ? 'POST' : 'GET', credentials: 'same-origin', headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const data: unknown = await response.json().catch(() => undefined);
    if (response.ok) return { data };
    const { code } = (data ?? {}) as { code?: unknown };
    return { refused: { failure: failureOf(response.status), code: typeof code === 'string' ? code : undefined } };
  } catch {
    return { refused: { failure: 'unreachable' } };
  }
}
