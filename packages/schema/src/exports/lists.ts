import type { Viewer } from '@orbita/domain/access';
import { may } from '@orbita/domain/access';
import { customersList } from './lists/customers.ts';
import { leadsList } from './lists/leads.ts';
import { opportunitiesList } from './lists/opportunities.ts';
import { ordersList } from './lists/orders.ts';
import { productsList } from './lists/products.ts';
import type { ExportedList } from './exported-list.ts';

const lists = { customer: customersList, lead: leadsList, opportunity: opportunitiesList, order: ordersList, product: productsList } as const;

/** The lists that this viewer may take away: those that he may read. */
export const exportedLists = (viewer: Viewer): ExportedList[] =>
  Object.entries(lists).filter(([noun]) => may(viewer, noun as keyof typeof lists, 'read')).map(([, list]) => list);
