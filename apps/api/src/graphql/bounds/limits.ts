import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, Kind, parse, type SelectionSetNode } from 'graphql';
import { checkDocumentText } from './text.ts';

/** What one document may be, whoever sends it. */
export const limits = { depth: 12, aliases: 30, directives: 50, tokens: 4000, fieldsOfOneSelection: 250, fields: 5000 } as const;

const tooMuch = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'TOO_COMPLEX', http: { status: 400 } } });

/** Reads a document and throws when it is malformed or larger than the limits, before anything costly looks at it. */
export function parseLimited(text: string): DocumentNode {
  const document = parseOrExplain(text);
  checkDocumentText(document);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const count: Count = { aliases: 0, directives: definition.directives?.length ?? 0, fields: 0 };
    walk(definition.selectionSet, { depth: 1, fragments, open: new Set(), count });
  }
  return document;
}

function parseOrExplain(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: limits.tokens, noLocation: false });
  } catch (error) {
    const { message } = error as Error;
    if (message.includes('token limit')) throw tooMuch(`The document has more than ${limits.tokens} tokens.`);
    throw new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } } });
  }
}

interface Count { aliases: number; directives: number; fields: number }

interface Place {
  readonly depth: number;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Fragments that are being followed: one within itself is an error that validation names. */
  readonly open: ReadonlySet<string>;
  readonly count: Count;
}

// Fragments are followed wherever they are spread, since that is what runs; the counts stop it early.
function walk(set: SelectionSetNode, place: Place): void {
  const { count } = place;
  if (place.depth > limits.depth) throw tooMuch(`The document is nested deeper than ${limits.depth} levels.`);
  if (set.selections.length > limits.fieldsOfOneSelection) {
    throw tooMuch(`One selection has more than ${limits.fieldsOfOneSelection} fields.`);
  }
  for (const selection of set.selections) {
    count.directives += selection.directives?.length ?? 0;
    count.fields += 1;
    if (selection.kind === Kind.FIELD && selection.alias) count.aliases += 1;
    if (count.aliases > limits.aliases) throw tooMuch(`The document has more than ${limits.aliases} aliases.`);
    if (count.directives > limits.directives) throw tooMuch(`The document has more than ${limits.directives} directives.`);
    if (count.fields > limits.fields) throw tooMuch(`The document selects more than ${limits.fields} fields.`);
    switch (selection.kind) {
      case Kind.FIELD:
        if (selection.selectionSet) walk(selection.selectionSet, { ...place, depth: place.depth + 1 });
        break;
      case Kind.INLINE_FRAGMENT:
        walk(selection.selectionSet, place);
        break;
      case Kind.FRAGMENT_SPREAD: {
        const name = selection.name.value;
        const fragment = place.fragments.get(name);
        if (fragment && !place.open.has(name)) walk(fragment.selectionSet, { ...place, open: new Set([...place.open, name]) });
        break;
      }
      default: selection satisfies never;
    }
  }
}
