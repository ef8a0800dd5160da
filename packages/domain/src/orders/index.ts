export { isEffective, orderAmount, orderStanding, type OrderStanding, orderStandingLabels, orderStandings, type OrderState } from './effective-order.ts';
export {
  type OrderChannel, orderChannelLabels, orderChannels, type OrderInput, type OrderLineInput, type OrderSource, orderSourceLabels, orderSources,
  type PreparedOrder, type PreparedOrderLine,
} from './order.ts';
export { costReturned } from './cost-returned.ts';
export { type FactualOrder, orderCatalogue, orderFactCatalogue, orderFacts } from './order-facts.ts';
export { digitsOfLine } from './prepare-order-line.ts';
export { type OrderCompany, prepareOrder, takeOrder } from './prepare-order.ts';
export { refuseTermination, type TerminableContract } from './terminate-contract.ts';
export { type PreparedReturn, type ReturnableLine, type ReturnableOrder, type ReturnedPart, returnLines } from './return-lines.ts';
export { whatIsLeft } from './what-is-left.ts';
export { type RevenuePeriods, revenuePeriods } from './revenue-periods.ts';
