import { Migration } from '@mikro-orm/migrations';

/**
 * Who may come in, and how: invitations by letter, a second factor and of whom it is demanded, and how often somebody
 * tried in vain. Secrets are kept encrypted or as hashes; of an invitation's link only the hash is kept.
 */
export class People032 extends Migration {
  override up(): void {
    this.addSql(`
      create table invitation (
        id uuid primary key,
        email text not null,
        role text not null,
        team_id uuid references team (id) on delete set null deferrable initially deferred,
        partner_id uuid references partner (id) on delete set null deferrable initially deferred,
        language text not null check (language in ('en', 'es')),
        token_hash text not null unique,
        invited_by uuid not null references app_user (id) deferrable initially deferred,
        created_at timestamptz not null,
        sent_at timestamptz,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        revoked_at timestamptz,
        user_id uuid references app_user (id) deferrable initially deferred,
        check (accepted_at is not null or revoked_at is not null or (role = 'partner') = (partner_id is not null)),
        check ((accepted_at is null) = (user_id is null))
      )`);
    this.addSql(`create unique index invitation_open on invitation (email) where accepted_at is null and revoked_at is null`);
    this.addSql(`alter table app_user add column two_factor_enabled boolean not null default false`);
    this.addSql(`
      create table auth_two_factor (
        id uuid primary key,
        user_id uuid not null unique references app_user (id) on delete cascade,
        secret text not null,
        backup_codes text not null,
        verified boolean not null default false,
        failed_verification_count integer not null default 0,
        locked_until timestamptz
      )`);
    this.addSql(`
      create table auth_used_code (
        user_id uuid not null references app_user (id) on delete cascade,
        code_hash text not null,
        used_at timestamptz not null,
        primary key (user_id, code_hash)
      )`);
    this.addSql(`alter table auth_session add column via text not null default 'password' check (via in ('password', 'sso', 'command'))`);
    this.addSql(`alter table company add column two_factor_roles text[] not null default '{}'`);
    this.addSql(`
      create table auth_attempt (
        key text primary key,
        count integer not null,
        since timestamptz not null,
        last timestamptz not null,
        told boolean not null default false
      )`);
    this.addSql(`create index auth_attempt_last on auth_attempt (last)`);
  }
}
