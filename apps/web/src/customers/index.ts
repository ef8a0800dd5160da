export { customersSearch, type CustomersSearch } from './list/customers-search.ts';
export { CustomersPage, type CustomersPageProps } from './list/customers-page.tsx';
export type { RuleEditor } from './filter/rule-filters.tsx';
export { fromCode } from './filter/countries.ts';
export { RfmChip } from './mark/rfm-chip.tsx';
export { TierChip } from './mark/tier-chip.tsx';
export { searchCustomers } from './search/search-customers.ts';
export { CustomerPage } from './record/customer-page.tsx';
export { type Seen, seenBy } from './recent/seen.ts';
