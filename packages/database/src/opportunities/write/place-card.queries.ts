import { longestRank, type Rank, rankBetween, ranksBetween } from '@orbita/domain/opportunities';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf, run, takeTurns } from '#connection';

interface Column {
  readonly pipelineId: string;
  readonly stage: string;
}

/** The rank of a card that is put below another one of its column, or on top: one row is written. */
export async function placeCard(em: Em, column: Column, cardId: string, below: string | null): Promise<string | Refusal> {
  const rank = await between(em, column, cardId, below);
  if (!isRefused(rank) && rank.length <= longestRank) return rank;
  await rankAfresh(em, column);
  return between(em, column, cardId, below);
}

/** Ranks for so many new cards above those of a column, the first on top. */
export async function ranksOnTop(em: Em, column: Column, count: number): Promise<readonly Rank[]> {
  const above = async () => ranksBetween(null, await topOf(em, column), count);
  const ranks = await above();
  if (!isRefused(ranks) && ranks.every((rank) => rank.length <= longestRank)) return ranks;
  await rankAfresh(em, column);
  const again = await above();
  if (isRefused(again)) throw new Error(`No rank above those of ${column.stage}: ${again.code}`);
  return again;
}

async function topOf(em: Em, { pipelineId, stage }: Column): Promise<Rank | null> {
  const [top] = await rowsOf(em, sql<{ rank: Rank | null }>`
    select min(rank) as rank from opportunity where pipeline_id = ${pipelineId}::uuid and stage = ${stage} and status = 'OPEN'`);
  return top?.rank ?? null;
}

async function between(em: Em, { pipelineId, stage }: Column, cardId: string, below: string | null): Promise<string | Refusal> {
  // Two cards that were put on the same place at once share a rank: the next one that differs bounds the new place.
  const [place] = await rowsOf(em, sql<{ before: string | null; after: string | null }>`
    with above as (
      select o.rank from opportunity o
      where o.id = ${below}::uuid and o.pipeline_id = ${pipelineId}::uuid and o.stage = ${stage} and o.status = 'OPEN')
    select (select rank from above) as before, (
      select min(o.rank) from opportunity o
      where o.pipeline_id = ${pipelineId}::uuid and o.stage = ${stage} and o.status = 'OPEN' and o.id <> ${cardId}::uuid
        and o.rank > coalesce((select rank from above), '')) as after`);
  return rankBetween(place?.before ?? null, place?.after ?? null);
}

/** Spreads the ranks of a column evenly again, in the order in which it stands; no card's version moves. */
async function rankAfresh(em: Em, { pipelineId, stage }: Column): Promise<void> {
  await takeTurns(em, `rank:${pipelineId}:${stage}`);
  const cards = await rowsOf(em, sql<{ id: string }>`
    select id from opportunity where pipeline_id = ${pipelineId}::uuid and stage = ${stage} and status = 'OPEN' order by rank, id`);
  const ranks = ranksBetween(null, null, cards.length);
  if (isRefused(ranks)) return;
  const rows = JSON.stringify(cards.map(({ id }, at) => ({ id, rank: ranks[at] })));
  await run(em, sql`
    update opportunity o set rank = r.rank from jsonb_to_recordset(${rows}::jsonb) r(id uuid, rank text) where o.id = r.id`);
}
