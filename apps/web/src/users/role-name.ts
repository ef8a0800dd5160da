import { m } from '#words';
import type { Role } from '@orbita/domain/access';

const names: Record<Role, () => string> = {
  administrator: m.users_role_administrator, manager: m.users_role_manager, sales: m.users_role_sales, marketing: m.users_role_marketing,
  service: m.users_role_service, finance: m.users_role_finance, warehouse: m.users_role_warehouse, analyst: m.users_role_analyst,
  partner: m.users_role_partner,
};

/** What the interface calls a role. */
export const roleName = (role: Role): string => names[role]();
