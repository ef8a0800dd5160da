interface Asked<Data> {
  readonly data?: Data | undefined;
  readonly previousData?: Data | undefined;
  readonly error?: unknown;
}

/**
 * What is shown of a question: its answer, and while that is under way the last one's. Of what failed nothing: the last
 * answer would pass for one to what is asked now.
 */
export const shownOf = <Data>({ data, previousData, error }: Asked<Data>): Data | undefined => data ?? (error ? undefined : previousData);
