export { BusinessLine, Company, ExchangeRate } from './company.entity.ts';
export {
  type BusinessLineRow, type CompanyRow, companySettings, type ExchangeRateRow, listBusinessLines, listExchangeRates, type RateFilter, rateOn,
} from './company.queries.ts';
export { appendCompanyEvent, changedFields, changedValues } from './company-event.ts';
export { given } from './given.ts';
export { setExchangeRate, type SetExchangeRateInput } from './set-exchange-rate.ts';
export { updateCompany, type UpdateCompanyInput } from './update-company.ts';
export { type BusinessLineInput, createBusinessLine, deleteBusinessLine, updateBusinessLine } from './write-business-line.ts';
export { listSessions, type SessionRow } from './people/account.queries.ts';
export { checkEmail, checkName, checkPlace } from './people/check-user.ts';
export { createUser, type CreateUserInput } from './people/create-user.ts';
export { demandTwoFactor, type DemandTwoFactorInput } from './people/demand-two-factor.ts';
export { resetTwoFactor } from './people/reset-two-factor.ts';
export { revokeSession, revokeSessionsOf } from './people/revoke-session.ts';
export { updateMyProfile, type UpdateMyProfileInput } from './people/update-my-profile.ts';
export { updateUser, type UpdateUserInput } from './people/update-user.ts';
export {
  countUsers, type GroupRow, listGroups, listUsers, type Named, userById, type UserFilter, type UserOrder, userOrders, type UserRow,
  viewerAsUser,
} from './people/user.queries.ts';
export { createGroup, deleteGroup, updateGroup, type UpdateGroupInput } from './people/write-group.ts';
