type Renew = () => Promise<unknown>;

const shown = new Set<Renew>();

/** A list of leads is on the page: from now on it is read anew when something was done. Answers how it leaves. */
export function onRenewal(renew: Renew): () => void {
  shown.add(renew);
  return () => void shown.delete(renew);
}

export const renewLeads = async (): Promise<void> => void await Promise.all([...shown].map((renew) => renew()));
