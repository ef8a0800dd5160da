/** The live topic of the leads that an event concerns: that of all of them. */
export const leadTopicsOf = ({ payload }: { readonly payload: Readonly<Record<string, unknown>> }): string[] =>
  (typeof payload['leadId'] === 'string' || Array.isArray(payload['leadIds']) ? ['leads'] : []);
