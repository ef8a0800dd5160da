import type { DatedMapping, FlatMapping } from '@orbita/domain/imports';
import { activitiesRoom } from './activities/index.ts';
import { contactsRoom, customersRoom } from './customers/index.ts';
import { leadsRoom } from './leads/index.ts';
import { type DatedLoaderOf, datedLoaderOf } from './load-dated.ts';
import { type LoaderOf, loaderOf } from './load-rows.ts';
import { opportunitiesRoom } from './opportunities/index.ts';
import { productsRoom } from './products/index.ts';

/**
 * Every subject of which a row is one thing. To add one (suppliers, stock movements):
 * 1. `domain/imports/mapping`: its fields in `fields.ts`, a line in `flatRooms` of `mapping.ts`;
 * 2. `domain/imports/rows`: how a row is read, and what it changes of a thing that is there;
 * 3. `database/imports/<room>/`: how a batch is placed (a `FlatRoom`), and a line here;
 * 4. its name in `apps/api/imports/words`.
 * One of which a row is what happened to a customer (`datedRooms`, a `DatedRoom`) is loaded in the order of its dates.
 * Reading files, counting, problems, going on where it stood and the command line know nothing of subjects.
 */
export const rooms: Readonly<Record<FlatMapping['room'], LoaderOf>> = {
  customers: loaderOf(customersRoom),
  contacts: loaderOf(contactsRoom),
  products: loaderOf(productsRoom),
};

export const datedLoaders: Readonly<Record<DatedMapping['room'], DatedLoaderOf>> = {
  leads: datedLoaderOf(leadsRoom),
  opportunities: datedLoaderOf(opportunitiesRoom),
  activities: datedLoaderOf(activitiesRoom),
};
