/** The code of what the database refused, however deep it lies in the error; empty where it refused nothing. */
export function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return code ?? (cause ? codeOf(cause) : '');
}
