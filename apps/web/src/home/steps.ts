import { mayImport } from '#import-link';
import { may } from '@orbita/domain/access';
import type { Role } from '@orbita/domain/access';

export type Step = 'company' | 'people' | 'products' | 'import' | 'customer';

/** What is to be done in a house without customers, in this order, by somebody of a role. */
export function stepsOf(role: Role): readonly Step[] {
  const viewer = { userId: '', role, teamId: null, partnerId: null, language: 'en' } as const;
  return [
    ...(may(viewer, 'company', 'update') ? ['company' as const] : []),
    ...(may(viewer, 'user', 'create') ? ['people' as const] : []),
    ...(may(viewer, 'product', 'create') ? ['products' as const] : []),
    ...(mayImport(role, 'customers') ? ['import' as const] : []),
    ...(may(viewer, 'customer', 'create') ? ['customer' as const] : []),
  ];
}
