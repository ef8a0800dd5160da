import { type Role, scopeOf } from '@orbita/domain/access';
import type { ImportRoom } from '#operations';

const nounOf = {
  customers: 'customer', contacts: 'contact', leads: 'lead', opportunities: 'opportunity', orders: 'order', products: 'product', activities: 'activity',
} as const satisfies Record<ImportRoom, string>;

/** Who may make such things one by one, whoever's they are, may import them. */
export const mayImport = (role: Role, room: ImportRoom): boolean => maySeeImports(role) && scopeOf(role, 'import', 'create') === 'all' && scopeOf(role, nounOf[room], 'create') === 'all';

export const maySeeImports = (role: Role): boolean => scopeOf(role, 'import', 'read') === 'all';
