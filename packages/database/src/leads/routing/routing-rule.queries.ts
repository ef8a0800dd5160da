import { may, type Viewer } from '@orbita/domain/access';
import type { Assignment } from '@orbita/domain/leads';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** The row behind the API's `RoutingRule`. */
export interface RoutingRuleRow {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly rule: unknown;
  readonly territories: readonly string[];
  readonly minimumValue: number | null;
  readonly maximumValue: number | null;
  readonly skills: readonly string[];
  readonly assign: Assignment;
  readonly active: boolean;
  readonly version: number;
}

/** All rules in the order in which they are asked, for those who may read them. */
export function listRoutingRules(em: Em, viewer: Viewer): Promise<RoutingRuleRow[]> {
  return rowsOf(em, sql<RoutingRuleRow>`
    select id, name, position, rule, assignment->'territories' as territories, assignment->'minimumValue' as "minimumValue",
      assignment->'maximumValue' as "maximumValue", assignment->'skills' as skills, assignment->'assign' as assign, active, version
    from routing_rule where ${sql.lit(may(viewer, 'routing', 'read'))} order by position, id`);
}
