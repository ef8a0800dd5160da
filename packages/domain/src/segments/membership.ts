/** Who came into a segment and who left it, in order of id. */
export interface MembershipChange {
  readonly entered: readonly string[];
  readonly left: readonly string[];
}

/** What changed between two counts of a segment's members. */
export function membershipChange(before: Iterable<string>, after: Iterable<string>): MembershipChange {
  const were = new Set(before);
  const are = new Set(after);
  const onlyIn = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] => [...some].filter((id) => !others.has(id)).toSorted();
  return { entered: onlyIn(are, were), left: onlyIn(were, are) };
}
