import { lazily } from '#design';

/** The record stands before what is fetched for this part of it. */
export const OpportunitiesCard = lazily(async () => (await import('./opportunities-card.tsx')).OpportunitiesCard);
