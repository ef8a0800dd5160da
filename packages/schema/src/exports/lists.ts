import { listCustomFields } from '@orbita/database/custom-fields';
import type { Em } from '@orbita/database/connection';
import { may, type Viewer } from '@orbita/domain/access';
import { activitiesList, tasksList } from './lists/activities.ts';
import { auditTrailList } from './lists/audit-trail.ts';
import { contactsList } from './lists/contacts.ts';
import { customColumns } from './lists/custom-columns.ts';
import { customersList } from './lists/customers.ts';
import { leadsList } from './lists/leads.ts';
import { opportunitiesList } from './lists/opportunities.ts';
import { ordersList } from './lists/orders.ts';
import { productsList } from './lists/products.ts';
import { duplicatePairsList, qualityQueueList } from './lists/queues.ts';
import type { ExportedList } from './exported-list.ts';

const read = [
  ['customer', customersList], ['contact', contactsList], ['lead', leadsList], ['opportunity', opportunitiesList], ['order', ordersList], ['product', productsList],
  ['activity', activitiesList], ['activity', tasksList], ['audit', auditTrailList],
] as const;

/** Queues are for those who mend what stands in them. */
const mended = [qualityQueueList, duplicatePairsList];

export const everyList: readonly ExportedList[] = [...read.map(([, list]) => list), ...mended];

/** The lists that this viewer may take away: those that he may read, with the company's own fields that he may read. */
export async function exportedLists(em: Em, viewer: Viewer): Promise<ExportedList[]> {
  const fields = await listCustomFields(em, undefined, viewer);
  const lists = read.filter(([noun]) => may(viewer, noun, 'read')).map(([noun, list]) => (
    { ...list, columns: [...list.columns, ...customColumns(fields.filter(({ entity }) => entity.toLowerCase() === noun))] }
  ));
  return [...lists, ...(may(viewer, 'customer', 'update') ? mended : [])];
}
