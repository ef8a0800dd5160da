/** Holds every row of a list of which only a window is loaded; whoever takes one out begins anew with none. */
class EveryRow extends Set<string> {
  override has(): boolean { return true; }
}

export const everyRow: ReadonlySet<string> = new EveryRow();
