/** The live topics of the inboxes that an event concerns: `inbox:<user id>` of everybody it mentions or gives a task to. */
export function inboxTopicsOf(event: { readonly payload: Readonly<Record<string, unknown>> }): string[] {
  const { mentions, assigneeId } = event.payload;
  const users = [...(Array.isArray(mentions) ? mentions : []), assigneeId].filter((user) => typeof user === 'string');
  return [...new Set(users)].map((user) => `inbox:${user}`);
}
