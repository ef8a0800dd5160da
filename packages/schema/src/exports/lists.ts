import { listCustomFields } from '@orbita/database/custom-fields';
import type { Em } from '@orbita/database/connection';
import { may, type Viewer } from '@orbita/domain/access';
import { contactsList } from './lists/contacts.ts';
import { customColumns } from './lists/custom-columns.ts';
import { customersList } from './lists/customers.ts';
import { leadsList } from './lists/leads.ts';
import { opportunitiesList } from './lists/opportunities.ts';
import { ordersList } from './lists/orders.ts';
import { productsList } from './lists/products.ts';
import type { ExportedList } from './exported-list.ts';

const lists = { customer: customersList, contact: contactsList, lead: leadsList, opportunity: opportunitiesList, order: ordersList, product: productsList } as const;

/** The lists that this viewer may take away: those that he may read, with the company's own fields that he may read. */
export async function exportedLists(em: Em, viewer: Viewer): Promise<ExportedList[]> {
  const fields = await listCustomFields(em, undefined, viewer);
  return Object.entries(lists).filter(([noun]) => may(viewer, noun as keyof typeof lists, 'read')).map(([noun, list]) => (
    { ...list, columns: [...list.columns, ...customColumns(fields.filter(({ entity }) => entity.toLowerCase() === noun))] }
  ));
}
