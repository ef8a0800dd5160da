export { Partner, Team, User } from './user.entity.ts';
export { ofCustomerNamed, ofShownCustomer, visible, visibleFacts } from './visible.ts';
