import { decodeRule } from '#rules';
import { NewSegmentPage } from '#segments';
import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';

const search = z.object({
  name: z.optional(z.catch(z.string(), '')),
  rule: z.optional(z.catch(z.string(), '')),
  kind: z.optional(z.catch(z.enum(['RULE', 'LIST']), 'RULE')),
});

export const Route = createFileRoute('/_staff/segments/new')({ validateSearch: search, component: NewSegment });

function NewSegment() {
  const { name = '', rule, kind = 'RULE' } = Route.useSearch();
  return <NewSegmentPage name={name} rule={decodeRule(rule)} kind={kind} />;
}
