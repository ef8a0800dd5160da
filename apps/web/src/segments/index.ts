export { compareSearch } from './compare/compare-search.ts';
export { ComparePage } from './compare/compare-page.tsx';
export { segmentsSearch } from './list/segments-search.ts';
export { SegmentsPage } from './list/segments-page.tsx';
export { NewSegmentPage, SegmentPage } from './page/segment-page.tsx';
export { segmentViews } from './page/segment-view.ts';
export { searchSegments } from './search/search-segments.ts';
