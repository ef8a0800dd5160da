export { DateTime } from './date-time.ts';
export { LocalDate } from './local-date.ts';
export { Decimal } from './decimal.ts';
export { Json } from './json.ts';
export { money, MoneyType } from './money.type.ts';
