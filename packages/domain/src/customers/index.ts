export {
  type CustomerFields, type CustomerFieldsInput, type CustomerInput, type CustomerKind, customerKinds, type ExternalId,
  type PreparedCustomer,
} from './customer.ts';
export { type Departing, isGone, refuseDeparture } from './departure.ts';
export { type Recommended, refuseReferrer, refuseRing } from './referrer.ts';
export { countryOf, prepareCustomer } from './prepare-customer.ts';
export { type CustomerSource, customerSourceLabels, customerSources } from './source.ts';
export { normaliseTags } from './tags.ts';
export { type CustomerChange, updateCustomer } from './update-customer.ts';
