import type { Role } from '@orbita/domain/access';

export interface DemoStaff {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly team: 'Norte' | 'Sur' | 'Europa' | null;
  readonly partner: 'Reseller Iberia' | null;
  readonly language: 'en' | 'es';
}

const member = (
  name: string, local: string, role: Role, team: DemoStaff['team'] = null, language: 'en' | 'es' = 'es',
): DemoStaff => ({ name, email: `${local}@almendra.example`, role, team, partner: null, language });

/** Somebody in every role, so that each can be tried. */
export const demoStaff: readonly DemoStaff[] = [
  member('Elena Vidal', 'elena', 'manager'),
  member('Ana Mora', 'ana', 'sales', 'Norte'), member('Jon Etxeberria', 'jon', 'sales', 'Norte'),
  member('Carmen Salas', 'carmen', 'sales', 'Sur'), member('Luis Ríos', 'luis', 'sales', 'Sur'),
  member('Erik Vogel', 'erik', 'sales', 'Europa', 'en'), member('Chiara Conti', 'chiara', 'sales', 'Europa', 'en'),
  member('Marta Pons', 'marta', 'marketing'), member('Sergio León', 'sergio', 'service'), member('Núria Camps', 'nuria', 'service'),
  member('Pilar Ortega', 'pilar', 'finance'), member('Iván Soler', 'ivan', 'warehouse'), member('Sofía Blanco', 'sofia', 'analyst'),
  { ...member('Rui Costa', 'rui', 'partner', null, 'en'), partner: 'Reseller Iberia' },
];

export const demoTeams = ['Norte', 'Sur', 'Europa'] as const;
export const demoPartners = ['Reseller Iberia'] as const;
