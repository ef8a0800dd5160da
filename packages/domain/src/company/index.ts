export { type BusinessLineSettings, lineDefaults, type LineSettings, prepareBusinessLine } from './business-line.ts';
export { type CompanySettings, type CompanySettingsInput, prepareCompanySettings, workingHoursOf } from './company-settings.ts';
