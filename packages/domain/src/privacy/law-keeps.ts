/** For how many years after the year's end commerce and tax law have documents of sales kept: Spain C. Com. art. 30, Germany HGB § 257, and the like. */
const years: Readonly<Record<string, number>> = { ES: 6, DE: 8, FR: 10, IT: 10, PT: 10, GB: 6, NL: 7, BE: 10, AT: 7 };
const longest = 10;

/** The last year of which what was sold in `year` must be kept, by the company's country; where it is not known, the longest of those that are. */
export const lawKeepsUntil = (year: number, country: string): number => year + (years[country] ?? longest);
