import type { AccessKeyState } from '@orbita/domain/access-keys';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NamedType } from '#customers';
import { RefusalType } from '#refusals';
import { DateTime } from '#scalars';

const StateEnum: Record<AccessKeyState, AccessKeyState> = { ACTIVE: 'ACTIVE', EXPIRED: 'EXPIRED', REVOKED: 'REVOKED' };
registerEnumType(StateEnum, { name: 'AccessKeyState', description: 'Whether a key opens, its time is over, or it was taken back.' });

@ObjectType('AccessKey', { description: 'By which a program, such as a BI tool, reads what its owner may read, at `/bi/v1`.' })
export class AccessKeyType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => NamedType, { description: 'In whose name it reads.' }) owner!: NamedType;
  @Field(() => String, { description: 'Its last letters, by which its owner knows it again: the rest is not kept.' }) ending!: string;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime) expiresAt!: string;
  @Field(() => DateTime, { nullable: true, description: 'To the minute; null when it never opened anything.' }) lastUsedAt!: string | null;
  @Field(() => StateEnum) state!: AccessKeyState;
}

@InputType()
export class CreateAccessKeyInput {
  @Field(() => String, { description: 'What it is for: 80 characters at most.' }) name!: string;
  @Field(() => Int, { description: 'How long it opens: 30, 90 or 365 days.' }) days!: number;
}

@ObjectType()
export class CreateAccessKeyResult {
  @Field(() => AccessKeyType, { nullable: true }) accessKey?: AccessKeyType | null;
  @Field(() => String, { nullable: true, description: 'The key itself: told here and never again.' }) text?: string | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType()
export class RevokeAccessKeyResult {
  @Field(() => AccessKeyType, { nullable: true }) accessKey?: AccessKeyType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
