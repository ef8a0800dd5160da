import { type Role, roles, scopeOf } from '#access';
import type { Instant } from '#calendar';
import { type Bilingual, declareFact, type FactDefinition, type Facts, inBoth, normaliseText } from '#facts';
import { type Catalogue, ownCatalogue } from '#rules';

export const roleLabels: Readonly<Record<Role, Bilingual>> = {
  administrator: inBoth('Administrator', 'Administrador'), manager: inBoth('Manager', 'Responsable'), sales: inBoth('Sales', 'Ventas'),
  marketing: inBoth('Marketing', 'Marketing'), service: inBoth('Service', 'Servicio'), finance: inBoth('Finance', 'Finanzas'),
  warehouse: inBoth('Warehouse', 'Almacén'), analyst: inBoth('Analyst', 'Analista'), partner: inBoth('Partner', 'Partner'),
};

const languageLabels = { en: inBoth('English', 'Inglés'), es: inBoth('Spanish', 'Español') } as const;

/** How people sign in is told to those who administer them. */
const administering = { readers: roles.filter((role) => scopeOf(role, 'user', 'update') === 'all') } as const;

/** What rules may read of a person who may come in. */
export const userFactCatalogue: readonly FactDefinition[] = [
  declareFact('user.name', 'text', ['E', '1'], inBoth('User: name', 'Usuario: nombre'), null),
  declareFact('user.email', 'text', ['E', '1'], inBoth('User: e-mail', 'Usuario: correo'), null),
  declareFact('user.role', 'enum', ['E', '1'], inBoth('User: role', 'Usuario: rol'), null, { valueLabels: roleLabels }),
  declareFact('user.teamId', 'id', ['E', '1'], inBoth('User: team', 'Usuario: equipo'), inBoth('no team', 'sin equipo'), { references: 'team' }),
  declareFact('user.partnerId', 'id', ['E', '1'], inBoth('User: partner', 'Usuario: partner'), inBoth('no partner', 'sin partner'), { references: 'partner' }),
  declareFact('user.language', 'enum', ['E', '1'], inBoth('User: language', 'Usuario: idioma'), null, { valueLabels: languageLabels }),
  declareFact('user.skills', 'set', ['E', '1'], inBoth('User: skills', 'Usuario: conocimientos'), null),
  declareFact('user.territories', 'set', ['E', '1'], inBoth('User: countries (codes)', 'Usuario: países (códigos)'), null),
  declareFact('user.isActive', 'boolean', ['E', '1'], inBoth('User: may come in', 'Usuario: puede entrar'), null),
  declareFact('user.hasTwoFactor', 'boolean', ['E', '1'], inBoth('User: signs in with a second factor', 'Usuario: entra con segundo factor'), null, administering),
  declareFact('user.lastSeenAt', 'instant', ['C', '1'], inBoth('User: last seen', 'Usuario: última conexión'), inBoth('not signed in', 'sin sesión')),
  declareFact('user.createdAt', 'instant', ['C', '1'], inBoth('User: created', 'Usuario: creado'), null),
];

/** What rules about a user may read. */
export const userCatalogue = (): Catalogue => ownCatalogue('user', userFactCatalogue);

/** A person who may come in as his facts are read from. */
export interface FactualUser {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly teamId: string | null;
  readonly partnerId: string | null;
  readonly language: 'en' | 'es';
  readonly skills: readonly string[];
  readonly territories: readonly string[];
  readonly active: boolean;
  readonly twoFactorEnabled: boolean;
  /** Of the latest of his sessions. */
  readonly lastSeenAt: Instant | null;
  readonly createdAt: Instant;
}

/** The facts of a user. */
export function userFacts(user: FactualUser): Facts {
  return {
    'user.name': normaliseText(user.name), 'user.email': normaliseText(user.email), 'user.role': user.role, 'user.teamId': user.teamId,
    'user.partnerId': user.partnerId, 'user.language': user.language, 'user.skills': user.skills, 'user.territories': user.territories,
    'user.isActive': user.active, 'user.hasTwoFactor': user.twoFactorEnabled, 'user.lastSeenAt': user.lastSeenAt, 'user.createdAt': user.createdAt,
  };
}
