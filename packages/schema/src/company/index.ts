export { BusinessLineResolver } from './business-line.resolver.ts';
export { CompanyResolver } from './company.resolver.ts';
