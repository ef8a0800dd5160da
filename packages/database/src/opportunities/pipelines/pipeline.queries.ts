import { scopeOf, type Viewer } from '@orbita/domain/access';
import type { CustomField } from '@orbita/domain/custom-fields';
import type { Pipeline, PipelineRhythm } from '@orbita/domain/opportunities';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { fieldDefinitions } from '#custom-fields';

/** The row behind the API's `Pipeline`. */
export interface PipelineRow extends Pipeline {
  readonly id: string;
  readonly line: { readonly id: string; readonly name: string } | null;
  readonly position: number;
  readonly deletedAt: string | null;
  readonly version: number;
  /** The company's own fields of opportunities: some are needed to leave stages. */
  readonly fields: readonly CustomField[];
}

const columns = sql`
  p.id, p.name, p.line_id as "lineId", p.stages, p.position, p.deleted_at as "deletedAt", p.version,
  (select json_build_object('id', b.id, 'name', b.name) from business_line b where b.id = p.line_id) as line,
  ${fieldDefinitions('OPPORTUNITY')} as fields`;

/** Pipelines belong to the company: who may read any reads all. */
const readable = ({ role }: Viewer): RawBuilder<boolean> => sql<boolean>`${sql.lit(scopeOf(role, 'pipeline', 'read') !== 'none')}`;

/** The company's pipelines in their order, without those put away. */
export function listPipelines(em: Em, viewer: Viewer): Promise<PipelineRow[]> {
  return rowsOf(em, sql<PipelineRow>`
    select ${columns} from pipeline p where p.deleted_at is null and ${readable(viewer)} order by p.position, p.id`);
}

/** Several pipelines, also those put away: what stands in them keeps its board. */
export function pipelinesByIds(em: Em, ids: readonly string[], viewer: Viewer): Promise<PipelineRow[]> {
  return rowsOf(em, sql<PipelineRow>`select ${columns} from pipeline p where p.id = any(${ids}::uuid[]) and ${readable(viewer)}`);
}

/** Median days that won opportunities stood in each stage of these pipelines. */
export async function rhythmsOf(em: Em, ids: readonly string[]): Promise<{ id: string; rhythm: PipelineRhythm }[]> {
  const rows = await rowsOf(em, sql<{ id: string; stage: string; days: number }>`
    select o.pipeline_id as id, v.stage,
      percentile_cont(0.5) within group (order by extract(epoch from v.left_at - v.entered_at) / 86400)::float8 as days
    from opportunity o join opportunity_visit v on v.opportunity_id = o.id and v.customer_id = o.customer_id
    where o.pipeline_id = any(${ids}::uuid[]) and o.status = 'WON' and v.left_at is not null
    group by 1, 2`);
  return ids.map((id) => ({ id, rhythm: Object.fromEntries(rows.filter((row) => row.id === id).map(({ stage, days }) => [stage, days])) }));
}
