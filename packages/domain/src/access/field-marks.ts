import { type Role, scopeOf } from './policy.ts';

/**
 * A field's mark says who may read it. `personal`: e-mail, telephone, address, birth date, tax id of a person;
 * `margin`: cost, margin and what follows from them; `revenue`: amounts sold.
 * For one who may not read it, a marked field is unknown everywhere: in views, filters, sorts, groups and rules.
 */
export type FieldMark = 'personal' | 'margin' | 'revenue';

/** A fact that tells of these things is read by whoever reads some of them, and unknown to others. */
export type ToldNoun = 'activity' | 'lead' | 'opportunity';

export type Mark = FieldMark | ToldNoun;

const toldNouns: readonly Mark[] = ['activity', 'lead', 'opportunity'] satisfies readonly ToldNoun[];
const isToldNoun = (mark: Mark): mark is ToldNoun => toldNouns.includes(mark);

const mayNot: Partial<Record<Role, readonly FieldMark[]>> = {
  sales: ['margin'],
  marketing: ['margin'],
  service: ['margin'],
  warehouse: ['margin', 'revenue'],
  analyst: ['personal'],
  partner: ['margin'],
};

/** Whether a role may read what is marked so, or is for some roles alone. */
export const mayReadField = (role: Role, { mark, readers }: { readonly mark?: Mark; readonly readers?: readonly Role[] }): boolean =>
  mayReadMarked(role, mark) && (readers === undefined || readers.includes(role));

export function mayReadMarked(role: Role, mark: Mark | undefined): boolean {
  if (mark === undefined) return true;
  return isToldNoun(mark) ? scopeOf(role, mark, 'read') !== 'none' : !(mayNot[role]?.includes(mark) ?? false);
}
