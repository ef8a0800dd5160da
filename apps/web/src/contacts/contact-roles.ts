import { contactRoleLabels } from '@orbita/domain/contacts';

const usual = ['DECIDES', 'INFLUENCES', 'USES', 'PAYS'];

/** The roles offered, with the one that stands there, should it be another. */
export const contactRoles = (current: string | null): readonly string[] => (current && !usual.includes(current) ? [...usual, current] : usual);

/** How a role is called; one that came in from elsewhere as it stands. */
export const contactRoleWord = (role: string, language: 'en' | 'es'): string =>
  (Object.hasOwn(contactRoleLabels, role) ? contactRoleLabels[role as keyof typeof contactRoleLabels][language] : role);
