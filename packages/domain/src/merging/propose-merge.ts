import { type MergeField, mergeFields, type Mergeable } from './mergeable.ts';

/** One field of those who become one, and from whom it is best taken. */
export interface Proposal {
  /** One of `mergeFields`, or a part with its kind: `address.BILLING`, `preferred.EMAIL`, `primary.CONTACT`. */
  readonly field: string;
  /** The id of the customer whose value is proposed. */
  readonly from: string;
  readonly differs: boolean;
}

/** Who stays when nobody says otherwise: whoever is known longest. */
export function proposeSurvivor(all: readonly Mergeable[]): Mergeable {
  return all.reduce((a, b) => {
    const [since, other] = [a.columns.customerSince, b.columns.customerSince];
    return since < other || (since === other && a.id < b.id) ? a : b;
  });
}

/**
 * From whom each field is taken when nobody chooses: whoever says something, the fullest name, which holds most of the
 * others, else what was written or began later.
 */
export function proposeMerge(all: readonly Mergeable[]): Proposal[] {
  const own = (Object.keys(mergeFields) as MergeField[]).map((field) => ({
    field, from: (field === 'name' ? fullest(all) : all).reduce((a, b) => better(field, a, b)).id, differs: new Set(all.map((one) => valueOf(one, field))).size > 1,
  }));
  return [...own, ...partsOf('address', all), ...partsOf('preferred', all), ...partsOf('primary', all)];
}

const empty = JSON.stringify([null]);

function better(field: MergeField, a: Mergeable, b: Mergeable): Mergeable {
  const [mine, theirs] = [valueOf(a, field), valueOf(b, field)];
  if (mine === theirs || isEmpty(theirs)) return a;
  if (isEmpty(mine)) return b;
  return b.updatedAt > a.updatedAt ? b : a;
}

/** Those whose name holds the most of the others' names. */
function fullest(all: readonly Mergeable[]): readonly Mergeable[] {
  const held = all.map((one) => all.filter((other) => holds(wordsOf(one), wordsOf(other))).length);
  return all.filter((_, at) => held[at] === Math.max(...held));
}

const holds = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean => all.size > some.size && [...some].every((word) => all.has(word));

const isEmpty = (value: string): boolean => value === empty;

/** The value by which two are compared: the first of the columns that belong together says what is shown. */
const valueOf = ({ columns }: Mergeable, field: MergeField): string => JSON.stringify([columns[mergeFields[field][0]]]);

const wordsOf = ({ columns }: Mergeable): Set<string> => new Set(columns.nameKey.split(/\s+/));

const listOf = { address: 'addresses', preferred: 'preferred', primary: 'primary' } as const;

/** The name under which one of several is chosen. */
export const partField = (list: keyof typeof listOf, kind: string): string => `${list}.${kind}`;

/** Kinds of which several have one that counts: only these are to be chosen, the others stay as they are. */
function partsOf(list: keyof typeof listOf, all: readonly Mergeable[]): Proposal[] {
  const held = Map.groupBy(all.flatMap((one) => one[listOf[list]].map((part) => ({ part, from: one.id }))), ({ part }) => part.kind);
  return [...held].filter(([, rivals]) => rivals.length > 1).map(([kind, rivals]) => ({
    field: partField(list, kind), from: rivals.reduce((a, b) => (b.part.since > a.part.since ? b : a)).from, differs: true,
  }));
}
