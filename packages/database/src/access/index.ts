export { Partner, Team, User } from './user.entity.ts';
export { ofShownCustomer, visible, visibleFacts } from './visible.ts';
