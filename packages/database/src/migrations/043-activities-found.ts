import { Migration } from '@mikro-orm/migrations';

/** The words of an activity as they are looked for: small letters without marks, addresses and names of files in their parts; of what is long, the beginning. */
const words = String.raw`to_tsvector('simple', btrim(regexp_replace(regexp_replace(
  normalize(lower(normalize(translate(left(subject || ' ' || coalesce(body, ''), 20000), '/._@', '    '), NFKD)), NFKD), '[\u0300-\u036f]', '', 'g'), '\s+', ' ', 'g')))`;

/** Activities are found by what was written, and read by when they are due or were done. */
export class ActivitiesFound043 extends Migration {
  override up(): void {
    this.addSql(`create index activity_words on activity using gin ((${words}))`);
    this.addSql(`create index activity_due on activity (due_at, id) where due_at is not null`);
    this.addSql(`create index activity_done on activity (done_at, id) where done_at is not null`);
  }
}
