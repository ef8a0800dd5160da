import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '@orbita/domain/access';

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'app_user',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    email: p.text(),
    emailVerified: p.boolean().default(false),
    image: p.text().nullable(),
    role: p.text().$type<Role>(),
    teamId: p.uuid().nullable(),
    partnerId: p.uuid().nullable(),
    language: p.text().$type<'en' | 'es'>().default('en'),
    skills: p.array().default([]),
    territories: p.array().default([]),
    active: p.boolean().default(true),
    twoFactorEnabled: p.boolean().default(false),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class User extends UserSchema.class {}
UserSchema.setClass(User);

const TeamSchema = defineEntity({
  name: 'Team',
  tableName: 'team',
  properties: { id: p.uuid().primary(), name: p.text(), version: p.integer().version() },
});
export class Team extends TeamSchema.class {}
TeamSchema.setClass(Team);

const PartnerSchema = defineEntity({
  name: 'Partner',
  tableName: 'partner',
  properties: { id: p.uuid().primary(), name: p.text(), version: p.integer().version() },
});
export class Partner extends PartnerSchema.class {}
PartnerSchema.setClass(Partner);
