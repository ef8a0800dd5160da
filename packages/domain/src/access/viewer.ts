import { type Action, type Noun, type Role, type Scope, scopeOf } from './policy.ts';

/** Who asks. Every read and every write is done in somebody's name. */
export interface Viewer {
  readonly userId: string;
  readonly role: Role;
  readonly teamId: string | null;
  /** Set exactly for the people of a partner, who see the partner's customers only. */
  readonly partnerId: string | null;
  readonly language: 'en' | 'es';
}

/** Whose a thing is; what belongs to a customer is as its customer is. */
export interface Owned {
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly partnerId: string | null;
}

/** Whether a thing lies within a scope, seen from this viewer. The SQL twin is `visible` of the database. */
export function holds(scope: Scope, viewer: Viewer, thing: Owned): boolean {
  switch (scope) {
    case 'all': return true;
    case 'team': return thing.ownerId === viewer.userId || (viewer.teamId !== null && thing.teamId === viewer.teamId);
    case 'own': return thing.ownerId === viewer.userId;
    case 'partner': return viewer.partnerId !== null && thing.partnerId === viewer.partnerId;
    case 'none': return false;
    default: return scope satisfies never;
  }
}

/** May this viewer do this? Without a thing: may he do it to any at all? */
export function may(viewer: Viewer, noun: Noun, action: Action, thing?: Owned): boolean {
  const scope = scopeOf(viewer.role, noun, action);
  return thing ? holds(scope, viewer, thing) : scope !== 'none';
}

/** What of a viewer decides which things of a noun he sees, and what of them: whoever has the same sees the same. */
export function sightOf({ role, userId, teamId, partnerId }: Viewer, noun: Noun): string {
  const scopes = [scopeOf(role, 'customer', 'read'), scopeOf(role, noun, 'read')];
  const personal = scopes.includes('own') || scopes.includes('team');
  return [role, personal ? userId : '', scopes.includes('team') ? teamId : '', scopes.includes('partner') ? partnerId : ''].join(':');
}
