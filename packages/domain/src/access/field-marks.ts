import type { Role } from './policy.ts';

/**
 * A field's mark says who may read it. `personal`: e-mail, telephone, address, birth date, tax id of a person;
 * `margin`: cost, margin and what follows from them; `revenue`: amounts sold.
 * For one who may not read it, a marked field is unknown everywhere: in views, filters, sorts, groups and rules.
 */
export type FieldMark = 'personal' | 'margin' | 'revenue';

const mayNot: Partial<Record<Role, readonly FieldMark[]>> = {
  sales: ['margin'],
  marketing: ['margin'],
  service: ['margin'],
  warehouse: ['margin', 'revenue'],
  analyst: ['personal'],
  partner: ['margin'],
};

export function mayReadMarked(role: Role, mark: FieldMark | undefined): boolean {
  return mark === undefined || !(mayNot[role]?.includes(mark) ?? false);
}
