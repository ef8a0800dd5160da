import { m } from '#words';

const usual = ['DECIDES', 'INFLUENCES', 'USES', 'PAYS'];

/** The roles offered, with the one that stands there, should it be another. */
export const contactRoles = (current: string | null): readonly string[] => (current && !usual.includes(current) ? [...usual, current] : usual);

export function contactRoleWord(role: string): string {
  switch (role) {
    case 'DECIDES': return m.contacts_role_decides();
    case 'INFLUENCES': return m.contacts_role_influences();
    case 'USES': return m.contacts_role_uses();
    case 'PAYS': return m.contacts_role_pays();
    default: return role;
  }
}
