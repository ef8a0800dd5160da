import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Team', { description: 'People who share their customers.' })
export class TeamType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) version!: number;
  @Field(() => Int, { description: 'Active people in it.' }) members!: number;
}

@ObjectType('Partner', { description: 'A company whose people see the customers it brought.' })
export class PartnerType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) version!: number;
  @Field(() => Int, { description: 'Active people of it.' }) members!: number;
}
