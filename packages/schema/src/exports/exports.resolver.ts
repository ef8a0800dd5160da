import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { AllowEveryone, type RequestContext } from '#request';
import { exportedLists } from './lists.ts';

@ObjectType()
class ExportedColumnType {
  @Field(() => String) key!: string;
  @Field(() => String, { description: "In the viewer's language, as it heads the file." }) label!: string;
  @Field(() => String, { description: 'text, number, money, date, instant or boolean.' }) type!: string;
}

@ObjectType({ description: 'A list that can be taken away as a file: `GET <path>.csv` or `.xlsx`, with its arguments as query parameters.' })
class ExportedListType {
  @Field(() => String, { description: 'Its name among the queries.' }) key!: string;
  @Field(() => String, { description: "In the viewer's language." }) label!: string;
  @Field(() => String) path!: string;
  @Field(() => [String], { description: "Arguments of the list, as query parameters: texts as they are, everything else as JSON. `columns` picks columns by their keys, parted by commas." })
  parameters!: string[];
  @Field(() => [ExportedColumnType], { complexity: ({ childComplexity }) => 30 * childComplexity }) columns!: ExportedColumnType[];
}

@Resolver()
export class ExportedListResolver {
  @Query(() => [ExportedListType], { complexity: ({ childComplexity }) => 5 * childComplexity, description: 'The lists that the viewer may take away, whole and as he is shown them.' })
  @AllowEveryone()
  async exportedLists(@Ctx() { em, viewer }: RequestContext): Promise<ExportedListType[]> {
    return (await exportedLists(em, viewer)).map(({ key, label, variables, columns }) => ({
      key, label: label[viewer.language], path: `/api/export/${key}`, parameters: [...Object.keys(variables), 'columns'],
      columns: columns.map((one) => ({ key: one.key, label: one.label[viewer.language], type: one.type })),
    }));
  }
}
