import { type Role, roles } from '@orbita/domain/access';
import { registerEnumType } from 'type-graphql';

export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as Record<Role, Role>;
registerEnumType(RoleEnum, { name: 'Role' });

export const LanguageEnum = { en: 'en', es: 'es' } as const;
registerEnumType(LanguageEnum, { name: 'InterfaceLanguage' });
