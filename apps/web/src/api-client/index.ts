export { apiClient } from './api-client.ts';
export type { Page } from './paged/page-window.ts';
export type { PagedQuestion } from './paged/paged-question.ts';
export { usePagedConnection } from './paged/use-paged-connection.ts';
export { onRenewal, renewOnly, renewShown } from './renewal.ts';
export { shownOf } from './shown-of.ts';
export { useMore } from './use-more.ts';
export { joined, useRenewal } from './use-renewal.ts';
export { refusalText, type Refused } from './refusal-text.ts';
