/** The lists that can be taken away as files. */
export type ExportedList =
  | 'customers' | 'contacts' | 'leads' | 'opportunities' | 'orders' | 'products' | 'activities' | 'myTasks' | 'auditTrail' | 'qualityQueue' | 'duplicatePairs';

/** Where a list lies as a file: the arguments with which it was asked, texts as they are, everything else as JSON. */
export function exportAddress(list: ExportedList, format: 'csv' | 'xlsx', variables: Readonly<Record<string, unknown>>, language: 'en' | 'es'): string {
  const given = Object.entries(variables).filter(([, value]) => value !== undefined && value !== null);
  const parameters = new URLSearchParams(given.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
  parameters.set('language', language);
  return `/api/export/${list}.${format}?${parameters.toString()}`;
}
