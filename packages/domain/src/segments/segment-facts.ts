import type { Instant } from '#calendar';
import { declareFact, type FactDefinition, type Facts, inBoth, normaliseText } from '#facts';
import { type Catalogue, ownCatalogue } from '#rules';

const kindLabels = { RULE: inBoth('By a rule', 'Por regla'), LIST: inBoth('By a list', 'Por lista') } as const;

/** What rules may read of a segment; how many are in it is counted live, for each viewer apart, and is nothing to sift by. */
export const segmentFactCatalogue: readonly FactDefinition[] = [
  declareFact('segment.name', 'text', ['E', '1'], inBoth('Segment: name', 'Segmento: nombre'), null),
  declareFact('segment.description', 'text', ['E', '1'], inBoth('Segment: description', 'Segmento: descripción'), inBoth('no description', 'sin descripción')),
  declareFact('segment.kind', 'enum', ['E', '1'], inBoth('Segment: kind', 'Segmento: tipo'), null, { valueLabels: kindLabels }),
  declareFact('segment.isShared', 'boolean', ['E', '1'], inBoth('Segment: shared', 'Segmento: compartido'), null),
  declareFact('segment.ownerId', 'id', ['E', '1'], inBoth('Segment: owner', 'Segmento: responsable'), inBoth('nobody', 'nadie'), { references: 'user' }),
  declareFact('segment.updatedAt', 'instant', ['C', '1'], inBoth('Segment: changed', 'Segmento: modificado'), null),
  declareFact('segment.createdAt', 'instant', ['C', '1'], inBoth('Segment: created', 'Segmento: creado'), null),
];

/** What rules about a segment may read. */
export const segmentCatalogue = (): Catalogue => ownCatalogue('segment', segmentFactCatalogue);

/** A segment as its facts are read from. */
export interface FactualSegment {
  readonly name: string;
  readonly description: string | null;
  readonly kind: 'RULE' | 'LIST';
  readonly shared: boolean;
  readonly ownerId: string | null;
  readonly updatedAt: Instant;
  readonly createdAt: Instant;
}

/** The facts of a segment; what nobody owns is everybody's. */
export function segmentFacts(segment: FactualSegment): Facts {
  return {
    'segment.name': normaliseText(segment.name), 'segment.description': segment.description === null ? null : normaliseText(segment.description) || null,
    'segment.kind': segment.kind, 'segment.isShared': segment.shared || segment.ownerId === null, 'segment.ownerId': segment.ownerId,
    'segment.updatedAt': segment.updatedAt, 'segment.createdAt': segment.createdAt,
  };
}
