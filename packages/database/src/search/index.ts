export { contactSearchCondition, type CustomerHit, customersNamed, searchCondition, searchCustomers } from './search.queries.ts';
