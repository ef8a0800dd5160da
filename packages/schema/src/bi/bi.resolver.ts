import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { Allow, type RequestContext } from '#request';
import { biColumns } from './bi-operation.ts';
import { biOperations } from './operations.ts';

@ObjectType('BiColumn')
class BiColumnType {
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'text, decimal (of money), number, date, timestamp (UTC) or boolean.' }) type!: string;
  @Field(() => Boolean) nullable!: boolean;
  @Field(() => String, { description: "In the viewer's language." }) description!: string;
  @Field(() => Boolean, { description: 'One row a key.' }) key!: boolean;
}

@ObjectType('BiOperation', { description: 'Rows for BI tools: `GET <path>.csv`, `.json` or `.ndjson` with an access key, its parameters as query parameters.' })
class BiOperationType {
  @Field(() => String, { description: 'With its version: what is published under it never changes.' }) name!: string;
  @Field(() => String, { description: "In the viewer's language." }) label!: string;
  @Field(() => String) path!: string;
  @Field(() => [String], { description: 'By which it is narrowed and ordered: texts as they are, everything else as JSON.' }) parameters!: string[];
  @Field(() => [BiColumnType], { complexity: ({ childComplexity }) => 40 * childComplexity }) columns!: BiColumnType[];
}

@Resolver()
export class BiOperationResolver {
  @Query(() => [BiOperationType], { complexity: ({ childComplexity }) => 10 * childComplexity, description: 'What a BI tool may ask in the name of the viewer.' })
  @Allow('accessKey', 'read')
  async biOperations(@Ctx() { em, viewer }: RequestContext): Promise<BiOperationType[]> {
    return (await biOperations(em, viewer)).map(({ name, list, columns }) => ({
      name, label: list.label[viewer.language], path: `/bi/v1/${name}`, parameters: Object.keys(list.variables), columns: biColumns(columns, viewer.language),
    }));
  }
}
