/** The live topics of the inboxes that an event concerns: `inbox:<user id>` of everybody it mentions, gives a task to or otherwise tells. */
export function inboxTopicsOf(event: { readonly payload: Readonly<Record<string, unknown>> }): string[] {
  const { mentions, assigneeId, told } = event.payload;
  const users = [...(Array.isArray(mentions) ? mentions : []), ...(Array.isArray(told) ? told : []), assigneeId].filter((user) => typeof user === 'string');
  return [...new Set(users)].map((user) => `inbox:${user}`);
}
