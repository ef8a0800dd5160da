/** The boards that hear of an event: that of the pipeline which its payload names. */
export function boardTopicsOf({ payload }: { readonly payload: Readonly<Record<string, unknown>> }): string[] {
  const { pipelineId, opportunityId } = payload;
  return typeof pipelineId === 'string' && typeof opportunityId === 'string' ? [`board:${pipelineId}`] : [];
}
