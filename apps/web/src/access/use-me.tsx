import { createContext, type ReactNode, useContext } from 'react';
import { type Me, readMe } from './me.ts';

let known: Promise<Me | undefined> | undefined;

async function ask(): Promise<Me | undefined> {
  const answer = await fetch('/api/auth/get-session', { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`The session could not be read (${answer.status}).`);
  return readMe(await answer.json());
}

/** Asks once; a failure is asked again the next time. */
export function loadMe(): Promise<Me | undefined> {
  known ??= ask().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

export function forgetMe(): void {
  known = undefined;
}

/** Ends the session and loads the page anew, so that nothing of this person stays in memory. */
export async function signOut(): Promise<void> {
  const { askDoor } = await import('./ask-door.ts');
  const { refused } = await askDoor('sign-out', {});
  if (refused) throw new Error(`Signing out was refused: ${refused.failure}.`);
  // Nor what he was writing.
  sessionStorage.clear();
  location.assign('/sign-in');
}

const SessionContext = createContext<Me | undefined>(undefined);

export const SessionProvider = ({ me, children }: { readonly me: Me; readonly children: ReactNode }) => (
  <SessionContext value={me}>{children}</SessionContext>
);

/** Who is signed in: for everything inside the shell. */
export function useMe(): Me {
  const me = useContext(SessionContext);
  if (!me) throw new Error('useMe is for pages inside the shell.');
  return me;
}
