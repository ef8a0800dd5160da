import type { ImportRoom } from '#operations';
import { m } from '#words';

export function roomWord(room: ImportRoom): string {
  switch (room) {
    case 'customers': return m.shell_nav_customers();
    case 'contacts': return m.imports_contacts();
    case 'activities': return m.imports_activities();
    case 'leads': return m.leads_nav();
    case 'opportunities': return m.shell_nav_opportunities();
    case 'orders': return m.shell_nav_orders();
    case 'products': return m.shell_nav_products();
    default: return room satisfies never;
  }
}
