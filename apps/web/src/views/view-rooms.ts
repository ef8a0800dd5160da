import type { StageColor } from '#design';

/** Which page a room's views open, and the dot that stands for it. */
export const viewRooms: Readonly<Record<string, { readonly path: string; readonly color: StageColor }>> = {
  customers: { path: '/customers', color: 'indigo' },
  contacts: { path: '/contacts', color: 'pink' },
  opportunities: { path: '/opportunities', color: 'blue' },
  products: { path: '/products', color: 'cyan' },
  orders: { path: '/orders', color: 'green' },
  leads: { path: '/leads', color: 'cyan' },
  segments: { path: '/segments', color: 'violet' },
  activities: { path: '/activities', color: 'slate' },
  inbox: { path: '/inbox', color: 'amber' },
  audit: { path: '/settings/audit', color: 'slate' },
};
