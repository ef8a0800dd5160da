export { useCompanySign } from './company-sign.tsx';
export { CompanyFormatting } from './company-formatting.tsx';
export type { PaletteHit, PaletteSearch } from './palette/palette-items.ts';
export type { SavedViewLink } from './navigation/saved-views.tsx';
export { NotFoundPage, PageProblem, PendingPage, WholePageNotFound, WholePageProblem } from './page-problem.tsx';
export { Shell, type ShellProps } from './shell.tsx';
export { joinSearches } from './palette/join-searches.ts';
