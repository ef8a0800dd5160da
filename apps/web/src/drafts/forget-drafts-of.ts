const isDraftOf = (id: string) => (key: string): boolean => /^orbita[-.]draft[-.]/.test(key) && key.endsWith(id);

/** Drops what is half written about somebody in this browser, whoever writes it: it must not outlive him. */
export function forgetDraftsOf(id: string): void {
  try {
    for (const storage of [localStorage, sessionStorage]) Object.keys(storage).filter(isDraftOf(id)).forEach((key) => storage.removeItem(key));
  } catch {
    // Where nothing can be kept nothing was.
  }
}
