export { GroupResolver } from './group.resolver.ts';
export { MeResolver } from './me.resolver.ts';
export { RolePolicyResolver } from './role-policy.resolver.ts';
export { LanguageEnum, RoleEnum } from './role.type.ts';
export { TwoFactorResolver } from './two-factor.resolver.ts';
export { UserConnectionResolver, UserResolver } from './user.resolver.ts';
export { UserType } from './user.type.ts';
