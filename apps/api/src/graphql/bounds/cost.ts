import { type DocumentNode, getNamedType, getNullableType, GraphQLError, type GraphQLSchema, isListType } from 'graphql';
// The ES build loads a second copy of graphql and then, in production, answers 0 for everything.
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity/cjs';

/** What one request may cost: objects and fields, lists taken at the length that was asked for. */
export const maximumCost = 30_000;
const usualLength = 20;

type Variables = Readonly<Record<string, unknown>>;

/** Throws when an operation would read more than one request may. */
export function checkCost(schema: GraphQLSchema, query: DocumentNode, variables: Variables, operationName: string | undefined): number {
  const cost = costOf(schema, query, variables, operationName);
  if (cost > maximumCost) {
    throw new GraphQLError(
      `This asks for too much at once (cost ${cost}, at most ${maximumCost}). Ask for shorter lists with first, or for fewer fields.`,
      { extensions: { code: 'TOO_COMPLEX', cost, maximum: maximumCost, http: { status: 400 } } },
    );
  }
  return cost;
}

const known = new WeakMap<DocumentNode, Map<string, number>>();
const keptAtMost = 100;

// A page asks with the same lengths all day: only numbers, switches and how many are named among the variables change what it costs.
function costOf(schema: GraphQLSchema, query: DocumentNode, variables: Variables, operationName: string | undefined): number {
  const kept = known.get(query) ?? new Map<string, number>();
  known.set(query, kept);
  const key = JSON.stringify([operationName, ...Object.entries(variables).map(([name, value]) => [name, costly(value)])]);
  const remembered = kept.get(key);
  if (remembered !== undefined) return remembered;
  const cost = measured(() => getComplexity({ schema, query, variables: { ...variables }, ...(operationName ? { operationName } : {}), estimators: [estimate] }));
  if (kept.size >= keptAtMost) kept.clear();
  kept.set(key, cost);
  return cost;
}

/** Variables that are not of their types, and lists of a length that there is not, are found here first: mistakes of the caller. */
function measured(measure: () => number): number {
  try {
    return measure();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'BAD_USER_INPUT', ...error.extensions, http: { status: 400 } } });
  }
}

const costly = (value: unknown): unknown => (Array.isArray(value) ? value.length : typeof value === 'number' || typeof value === 'boolean' || value === null ? value : typeof value);

type ComplexityFunction = (of: { readonly args: Record<string, unknown>; readonly childComplexity: number }) => number;

const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  const own = field.extensions['complexity'];
  // A field that knows better than its type how long it is says what it costs whole. Lengths below nothing pay for nothing else.
  if (typeof own === 'function') {
    const whole = (own as ComplexityFunction)({ args, childComplexity });
    return Number.isFinite(whole) ? Math.max(whole, childComplexity) : childComplexity * usualLength;
  }
  const base = typeof own === 'number' ? own : 1;
  return base + childComplexity * lengthOf(type.name, field, args);
};

type Field = Parameters<ComplexityEstimator>[0]['field'];

/** A connection counts as long as it was asked to be; its edges are then already counted. Every other list counts itself. */
function lengthOf(parent: string, field: Field, args: Record<string, unknown>): number {
  const asked = args['first'] ?? args['last'];
  const length = typeof asked === 'number' && asked > 0 ? asked : usualLength;
  if (getNamedType(field.type).name.endsWith('Connection')) return length;
  if (!isListType(getNullableType(field.type))) return 1;
  return parent.endsWith('Connection') && (field.name === 'edges' || field.name === 'nodes') ? 1 : length;
}
