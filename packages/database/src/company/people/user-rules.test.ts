import { fixtureIds, fixtureNow } from '@orbita/domain/rules/rule.fixture';
import { type FactualUser, userCatalogue, userFactCatalogue, userFacts } from '@orbita/domain/users';
import fc, { type Arbitrary } from 'fast-check';
import { countUsers, listUsers } from '#company';
import { newId } from '#connection';
import { insertRows } from '../../facts/rows.fixture.ts';
import { writingAs } from '../../reliability/company.fixture.ts';
import { instantOf, testRulesOfList, valueOf } from '../../rules/own-facts.fixture.ts';

const now = new Date(fixtureNow);
const { viewer } = writingAs('administrator');
const catalogue = userCatalogue();
const value = valueOf(catalogue);

/** A person of any role: those of a partner have one, the others may have a team. */
const arbitrary: Arbitrary<FactualUser> = fc.record({
  name: value<string>('user.name').map((text) => text.toUpperCase()), email: value<string>('user.email').map((text) => text.toUpperCase()),
  role: value<FactualUser['role']>('user.role'), teamId: value<string | null>('user.teamId'), partnerId: fc.constantFrom(...fixtureIds),
  language: value<FactualUser['language']>('user.language'), skills: value<readonly string[]>('user.skills'), territories: value<readonly string[]>('user.territories'),
  active: fc.boolean(), twoFactorEnabled: fc.boolean(), lastSeenAt: value<number | null>('user.lastSeenAt'), createdAt: value<number>('user.createdAt'),
}).map((user) => ({ ...user, partnerId: user.role === 'partner' ? user.partnerId : null }));

testRulesOfList('users', {
  catalogue, own: userFactCatalogue, arbitrary, factsOf: userFacts,
  store: async (em, rows) => {
    for (const table of ['team', 'partner']) await insertRows(em, table, fixtureIds.map((id) => ({ id, name: id })));
    await insertRows(em, 'app_user', rows.map(({ thing, id }, at) => ({
      // An address is taken once, as it is written; as rules compare it, several are alike.
      id, name: thing.name, email: `${thing.email}${' '.repeat(at)}`, role: thing.role, team_id: thing.teamId, partner_id: thing.partnerId, language: thing.language,
      skills: [...thing.skills], territories: [...thing.territories], active: thing.active, two_factor_enabled: thing.twoFactorEnabled,
      created_at: instantOf(thing.createdAt), updated_at: now,
    })));
    const seen = rows.flatMap(({ thing: { lastSeenAt }, id }) => (lastSeenAt === null ? [] : [lastSeenAt, lastSeenAt - 1000].map((at) => ({ at, user_id: id }))));
    await insertRows(em, 'auth_session', seen.map(({ at, user_id }) => ({ id: newId(), token: newId(), user_id, expires_at: now, created_at: instantOf(at), updated_at: instantOf(at) })));
  },
  read: async (em, rule) => ({
    ids: (await listUsers(em, { rule }, { size: 500 }, viewer, now)).map(({ id }) => id), count: await countUsers(em, { rule }, viewer, now),
  }),
});
