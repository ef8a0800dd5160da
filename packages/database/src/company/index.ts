export { BusinessLine, Company, ExchangeRate } from './company.entity.ts';
