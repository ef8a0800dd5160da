import type { LifecycleOverviewQuery } from '#operations';

/** The stages of a model with their figures. */
export type Overview = NonNullable<LifecycleOverviewQuery['lifecycleOverview']>;
