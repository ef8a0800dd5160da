import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '@orbita/domain/access';

const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    email: p.text(),
    role: p.text().$type<Role>(),
    teamId: p.uuid().nullable(),
    partnerId: p.uuid().nullable(),
    language: p.text().$type<'en' | 'es'>(),
    tokenHash: p.text(),
    invitedBy: p.uuid(),
    createdAt: p.datetime(),
    sentAt: p.datetime().nullable(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    userId: p.uuid().nullable(),
  },
});
export class Invitation extends InvitationSchema.class {}
InvitationSchema.setClass(Invitation);
