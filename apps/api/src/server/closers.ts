/** What was opened, to be let go of in the opposite order, each whatever happens to the others. */
export interface Closers {
  add(name: string, close: () => unknown): void;
  closeAll(onProblem: (name: string, error: unknown) => void): Promise<void>;
}

export function openClosers(): Closers {
  const opened: { name: string; close: () => unknown }[] = [];
  return {
    add: (name, close) => void opened.push({ name, close }),
    closeAll: async (onProblem) => {
      for (let last = opened.pop(); last; last = opened.pop()) {
        try {
          await last.close();
        } catch (error) {
          onProblem(last.name, error);
        }
      }
    },
  };
}
