import { currentLanguage } from '#words';
import type { Role } from '@orbita/domain/access';
import { roleLabels } from '@orbita/domain/users';

/** What the interface calls a role, as rules about people do. */
export const roleName = (role: Role): string => roleLabels[role][currentLanguage()];
