import { type Refusal, refuse, refuseBecause } from '#refusal';
import { type Columns, isSame, type Mergeable, type MergeChoices, type MergeField, mergeFields, type Part, type Said } from './mergeable.ts';
import { partField, proposeMerge } from './propose-merge.ts';
import { refuseMerge } from './refuse-merge.ts';

/** What a merge writes; every row stays with the one who held it. */
export interface Merge {
  /** What the survivor's record says differently from now on. */
  readonly survivor: Partial<Columns>;
  /** What the other's record no longer says, because the survivor's says it for both. */
  readonly other: Partial<Columns>;
  /** Addresses that are the past from now on: of each kind one is current. */
  readonly endedAddresses: readonly string[];
  /** Contact points that are no longer preferred, and contacts that are no longer the first. */
  readonly unpreferred: readonly string[];
  readonly unprimary: readonly string[];
  /** What he is to be asked no more: one of the two had said no. */
  readonly denials: readonly { readonly channel: string; readonly purpose: string }[];
}

/** From whom each field of these is taken, by what was chosen and the proposal for the rest; refused when they cannot be one. */
export function decideChoices(all: readonly Mergeable[], choices: MergeChoices): MergeChoices | Refusal {
  const refusal = refuseMerge(all);
  if (refusal) return refusal;
  const proposed = new Map(proposeMerge(all).map(({ field, from }) => [field, from]));
  for (const [field, from] of choices) {
    if (!proposed.has(field)) return refuseBecause('INVALID', 'CHOICES', { field: 'choices', choices: [...proposed.keys()].join(', ') });
    if (!all.some(({ id }) => id === from)) return refuse('INVALID', { field: 'choices', details: { value: field } });
  }
  return new Map([...proposed, ...choices]);
}

/**
 * How the next of them becomes part of the survivor: what was chosen from him is taken over, all else stays as the
 * survivor has it by now, which may be what a former one brought.
 */
export function decideMerge(survivor: Mergeable, other: Mergeable, chosen: MergeChoices): Merge {
  const lost = (list: 'address' | 'preferred' | 'primary', mine: readonly Part[], theirs: readonly Part[]) => mine.flatMap((part) => {
    const rival = theirs.find(({ kind }) => kind === part.kind);
    return rival ? [chosen.get(partField(list, part.kind)) === other.id ? part.id : rival.id] : [];
  });
  const { said, unsaid } = consolidated(survivor.columns, other.columns);
  return {
    survivor: changed(survivor.columns, { ...taken(other, chosen), ...said }),
    other: changed(other.columns, unsaid),
    endedAddresses: lost('address', survivor.addresses, other.addresses),
    unpreferred: lost('preferred', survivor.preferred, other.preferred),
    unprimary: lost('primary', survivor.primary, other.primary),
    denials: denialsOf(survivor, other),
  };
}

function taken({ id, columns }: Mergeable, chosen: MergeChoices): Partial<Columns> {
  const fields = (Object.keys(mergeFields) as MergeField[]).filter((field) => chosen.get(field) === id);
  return Object.fromEntries(fields.flatMap((field) => mergeFields[field]).map((column) => [column, columns[column]]));
}

/**
 * What nobody chooses: tags and filled custom fields of both, the first touch, the earlier beginning, the stricter will,
 * the later departure, what both cost. What is summed or may be taken back is said by one record alone.
 */
function consolidated(mine: Columns, theirs: Columns): { said: Partial<Columns>; unsaid: Partial<Columns> } {
  const [first, second] = theirs.customerSince < mine.customerSince ? [theirs, mine] : [mine, theirs];
  const touched = first.source === null ? second : first;
  const left = (theirs.leftAt ?? -Infinity) > (mine.leftAt ?? -Infinity) ? theirs : mine;
  const costs = [mine.acquisitionCost, theirs.acquisitionCost].filter((cost) => cost !== null);
  return {
    said: {
      tags: [...new Set([...mine.tags, ...theirs.tags])].toSorted(), custom: unitedCustom(mine.custom, theirs.custom),
      source: touched.source, campaignId: touched.campaignId, customerSince: first.customerSince, referredBy: mine.referredBy ?? theirs.referredBy,
      doNotContact: mine.doNotContact || theirs.doNotContact, leftAt: left.leftAt, leftReason: left.leftReason,
      acquisitionCost: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
    },
    unsaid: { doNotContact: false, leftAt: null, leftReason: null, acquisitionCost: null },
  };
}

/** The filled fields of both, one's own first. */
function unitedCustom(mine: Columns['custom'], theirs: Columns['custom']): Columns['custom'] {
  const own = Object.keys(mine.values).filter((name) => mine.values[name] !== null && mine.values[name] !== '');
  const pick = (part: 'values' | 'compared') => Object.fromEntries(own.flatMap((name) => (name in mine[part] ? [[name, mine[part][name]!]] : [])));
  const rest = (part: 'values' | 'compared') => Object.fromEntries(Object.entries(theirs[part]).filter(([name]) => !own.includes(name)));
  return { values: { ...rest('values'), ...pick('values') }, compared: { ...rest('compared'), ...pick('compared') } };
}

function changed(before: Columns, after: Partial<Columns>): Partial<Columns> {
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => !isSame(value, before[column as keyof Columns])));
}

/** A no of either is the last word of both, also where the other's yes came later: it was said on another record. */
function denialsOf({ consents: mine }: Mergeable, { consents: theirs }: Mergeable): Merge['denials'] {
  const overruled = (no: Said, all: readonly Said[]): boolean => no.state === 'DENIED' && all.some(({ channel, purpose, state, at }) =>
    channel === no.channel && purpose === no.purpose && state === 'GRANTED' && at >= no.at);
  return [...mine.filter((no) => overruled(no, theirs)), ...theirs.filter((no) => overruled(no, mine))]
    .map(({ channel, purpose }) => ({ channel, purpose }));
}
