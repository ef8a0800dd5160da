import { searchProducts } from '#catalog';
import { searchCustomers } from '#customers';
import { searchOpportunities } from '#opportunities';
import { searchOrders } from '#orders';
import { searchSegments } from '#segments';
import { joinSearches, type PaletteSearch } from '#shell';
import { type Noun, type Role, scopeOf } from '@orbita/domain/access';

const searches: readonly (readonly [Noun, PaletteSearch])[] = [
  ['customer', searchCustomers], ['opportunity', searchOpportunities], ['order', searchOrders], ['product', searchProducts], ['segment', searchSegments],
];

/** Each room finds its own; nobody is asked for what the role may not read. */
export const searchEverything = (role: Role): PaletteSearch =>
  joinSearches(searches.filter(([noun]) => scopeOf(role, noun, 'read') !== 'none').map(([, search]) => search));
