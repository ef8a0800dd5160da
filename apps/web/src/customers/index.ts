export { customersSearch, type CustomersSearch } from './list/customers-search.ts';
export { CustomersPage, type CustomersPageProps } from './list/customers-page.tsx';
export type { RuleEditor } from './filter/rule-filters.tsx';
export { usePeople } from './filter/use-people.ts';
export { fromCode } from './filter/countries.ts';
export { RfmChip, TierChip } from './mark/value-marks.tsx';
export { searchCustomers } from './search/search-customers.ts';
export { CustomerPage } from './record/customer-page.tsx';
