export { ProfilePage } from './profile/profile-page.tsx';
export { roleName } from './role-name.ts';
export { usersSearch } from './users-tab.ts';
export { UsersPage } from './users-page.tsx';
