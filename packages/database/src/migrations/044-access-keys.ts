import { Migration } from '@mikro-orm/migrations';

/** Keys by which a program reads in a person's name: only the hash is kept, with the last letters by which its owner knows it again. */
export class AccessKeys044 extends Migration {
  override up(): void {
    this.addSql(`
      create table access_key (
        id uuid primary key,
        user_id uuid not null references app_user (id) deferrable initially deferred,
        name text not null,
        ending text not null,
        secret_hash text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz
      )`);
    this.addSql(`create index access_key_user on access_key (user_id)`);
  }
}
