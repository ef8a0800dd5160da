export { Partner, Team, User } from './user.entity.ts';
export { visible, visibleFacts } from './visible.ts';
