import { GraphQLError } from 'graphql';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { type Cursor, decodeCursor, encodeCursor } from './cursor.ts';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: '1–100, 20 when not given.' }) first?: number;
  @Field(() => String, { nullable: true }) after?: string;
  @Field(() => Int, { nullable: true, description: '1–100: the page before `before`, or the last one.' }) last?: number;
  @Field(() => String, { nullable: true }) before?: string;
  @Field(() => Int, { nullable: true, description: 'Rows to skip after the cursor: lets a scrollbar jump.' }) offset?: number;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => Boolean) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true }) startCursor!: string | null;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

const wrong = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
// What is sent as null is not asked for.
const given = (value: unknown): boolean => value !== undefined && value !== null;

/** How many rows, and from which end. Refuses more than a hundred rather than giving fewer in silence. */
export function pageSize({ first, after, last, before, offset }: PageArgs): { size: number; backwards: boolean } {
  const size = first ?? last ?? 20;
  if ((offset ?? 0) < 0) throw wrong('Rows to skip are 0 or more.');
  if (size < 1 || size > 100 || (given(first) && given(last))) throw wrong('Ask for 1 to 100 rows, by first or by last.');
  if (given(last) ? given(after) : given(before)) throw wrong('Ask for rows by first and after, or by last and before.');
  return { size, backwards: given(last) };
}

/** Where a page begins, from which end and how long, as the named queries take it. */
export function keysetPage(args: PageArgs) {
  const { size, backwards } = pageSize(args);
  const cursor = args.after ?? args.before;
  return { size, backwards, offset: args.offset ?? undefined, after: cursor ? (decodeCursor(cursor) as [string, string]) : undefined };
}

export interface Connection<Row> {
  edges: { node: Row; cursor: string }[];
  pageInfo: PageInfo;
}

/** From `size + 1` rows, read in the direction asked for, to a page. */
export function connectionOf<Row>(
  rows: readonly Row[], args: PageArgs, cursorOf: (row: Row) => Cursor,
): Connection<Row> {
  const { size, backwards } = pageSize(args);
  const more = rows.length > size;
  const page = backwards ? rows.slice(0, size).reverse() : rows.slice(0, size);
  const edges = page.map((node) => new Edge(node, cursorOf));
  return {
    edges,
    pageInfo: {
      hasNextPage: backwards ? given(args.before) : more,
      hasPreviousPage: backwards ? more : given(args.after) || (args.offset ?? 0) > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

class Edge<Row> {
  constructor(readonly node: Row, private readonly cursorOf: (row: Row) => Cursor) {}

  // Written when it is asked for: most pages show only the last.
  get cursor(): string { return encodeCursor(this.cursorOf(this.node)); }
}

/** Declares `XConnection` and `XEdge` for a type. `totalCount` is a field resolver's, since it costs a query. */
export function connectionType<Node extends object>(name: string, node: ClassType<Node>): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`)
  class EdgeType {
    @Field(() => node) node!: Node;
    @Field(() => String) cursor!: string;
  }
  @ObjectType(`${name}Connection`)
  class ConnectionType {
    @Field(() => [EdgeType], { complexity: ({ childComplexity }) => childComplexity }) edges!: EdgeType[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }
  return ConnectionType as unknown as ClassType<Connection<Node>>;
}
