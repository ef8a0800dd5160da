import { type RefusalCode, refusalCodes } from '@orbita/domain/refusal';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Json } from '#scalars';

const RefusalCodeEnum = Object.fromEntries(refusalCodes.map((code) => [code, code])) as Record<RefusalCode, RefusalCode>;
registerEnumType(RefusalCodeEnum, { name: 'RefusalCode', description: 'Why the product said no. Stable.' });

@ObjectType('Refusal', { description: 'An expected no: nothing was changed. The message says what to do.' })
export class RefusalType {
  @Field(() => RefusalCodeEnum) code!: RefusalCode;
  @Field(() => String, { nullable: true, description: 'Path of the input at fault.' }) field?: string;
  @Field(() => Json, { nullable: true }) details?: Record<string, string | number>;
  /** In the viewer's language, from a room whose reasons are its own (imports). */
  said?: string;
}
