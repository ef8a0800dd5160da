export { AuditPage } from './audit-page.tsx';
export { auditSearch } from './audit-search.ts';
