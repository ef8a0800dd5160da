export {
  CheckQualityResolver, CustomerQualityResolver, QualityCheckResolver, QualityFailureResolver, QualityGroupResolver, QualityOfCustomerResolver, QualityOverviewResolver,
  QualityQueueConnectionResolver, QualityQueueResolver,
} from './quality.resolver.ts';
