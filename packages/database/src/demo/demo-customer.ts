import { day } from '@orbita/domain/calendar';
import { searchKey } from '@orbita/domain/identity';
import { newId } from '#connection';
import type { DemoBase } from './demo-base.ts';
import { type DemoLife, lifeFrom } from './life.ts';
import { addressFrom, emailFrom, organisationName, personFrom, spanishTaxId, telephoneFrom } from './people.ts';
import type { Random } from './random.ts';
import type { DemoCountry } from './vocabulary.ts';

type Row = Record<string, unknown>;

/** One customer with whom and where to reach him, as rows. */
export interface DemoCustomer {
  readonly id: string;
  readonly ownerId: string | null;
  readonly organisation: boolean;
  readonly life: DemoLife;
  readonly customer: Row;
  readonly contacts: readonly Row[];
  readonly points: readonly Row[];
  readonly consents: readonly Row[];
  readonly addresses: readonly Row[];
  readonly identities: readonly Row[];
}

const countries: readonly (readonly [DemoCountry, number])[] = [['ES', 74], ['PT', 9], ['FR', 7], ['IT', 5], ['DE', 5]];
const languages: Record<DemoCountry, string> = { ES: 'es', PT: 'pt', FR: 'fr', IT: 'it', DE: 'de' };
const sources = [['REFERRAL', 22], ['WEB', 24], ['WORD_OF_MOUTH', 14], ['FAIR', 10], ['VISIT', 14], ['ADVERTISING', 10], ['PARTNER', 6]] as const;
const tags = ['hostelería', 'oficina', 'terraza', 'temporada', 'cadena', 'ecológico', 'prioritario'] as const;

export function demoCustomer(random: Random, number: number, now: Date, base: DemoBase): DemoCustomer {
  const organisation = random.chance(0.68);
  const country = random.weighted(countries);
  const address = addressFrom(random, country);
  const person = personFrom(random, country);
  const name = organisation ? organisationName(random, country, address.city) : person.name;
  const life = lifeFrom(random, now.getTime(), organisation);
  const id = newId();
  const since = new Date(life.since).toISOString();
  const owner = ownerFor(random, country, base);
  const taxId = country === 'ES' && random.chance(0.8) ? spanishTaxId(random, organisation) : null;
  const email = random.chance(0.93) ? emailFrom(name, number) : null;
  const contact = organisation ? contactRow(id, person, since, random) : null;
  return {
    id, ownerId: owner.ownerId, organisation, life,
    customer: {
      id, kind: organisation ? 'ORGANISATION' : 'PERSON', name, given_name: organisation ? null : person.given,
      family_name: organisation ? null : person.family, name_key: searchKey(name), tax_id: taxId,
      tax_country: taxId ? country : null, language: languages[country], owner_id: owner.ownerId, team_id: owner.teamId,
      partner_id: owner.partnerId, tags: random.chance(0.4) ? [random.pick(tags)] : [], source: random.weighted(sources),
      customer_since: since, do_not_contact: random.chance(0.02), custom: {}, example: true, version: 1,
      preferred_channel: random.chance(0.5) ? random.pick(['EMAIL', 'PHONE', 'MESSAGING']) : null, created_at: since, updated_at: since,
    },
    contacts: contact ? [contact] : [],
    points: pointRows(random, id, contact?.['id'] ?? null, email, country, since),
    consents: consentRows(random, id, life.since, now),
    addresses: [{
      id: newId(), customer_id: id, kind: organisation ? 'BILLING' : 'HOME', street: address.street, city: address.city, city_key: searchKey(address.city),
      province: address.province, postal_code: address.postalCode, country, is_current: true, valid_from: since,
    }],
    identities: [
      ...(email ? [{ kind: 'EMAIL', value: email.normalised, customer_id: id }] : []),
      ...(taxId ? [{ kind: 'TAX_ID', value: `${country}:${taxId}`, customer_id: id }] : []),
    ],
  };
}

function ownerFor(random: Random, country: DemoCountry, base: DemoBase): { ownerId: string | null; teamId: string | null; partnerId: string | null } {
  const partner = base.staff.find((member) => member.role === 'partner');
  if (country === 'PT' && random.chance(0.6)) return { ownerId: partner!.id, teamId: null, partnerId: partner!.partnerId };
  if (random.chance(0.05)) return { ownerId: null, teamId: null, partnerId: null };
  const sellers = base.staff.filter((member) => member.role === 'sales');
  const europe = sellers.at(-1)!.teamId;
  const seller = random.pick(sellers.filter((member) => (member.teamId === europe) === (country !== 'ES')));
  return { ownerId: seller.id, teamId: seller.teamId, partnerId: null };
}

function contactRow(customerId: string, person: { given: string; family: string; name: string }, at: string, random: Random): Row {
  return {
    id: newId(), customer_id: customerId, given_name: person.given, family_name: person.family, name_key: searchKey(person.name),
    job_title: random.pick(['Gerente', 'Responsable de compras', 'Propietaria', 'Jefe de sala', 'Administración']),
    role: random.pick(['DECIDES', 'USES', 'PAYS']), is_primary: true, version: 1, created_at: at, updated_at: at,
  };
}

function pointRows(
  random: Random, customerId: string, contactId: unknown, email: { value: string; normalised: string } | null,
  country: DemoCountry, at: string,
): Row[] {
  const shared = { customer_id: customerId, contact_id: contactId, valid: true, created_at: at };
  const phone = random.chance(0.86) ? telephoneFrom(random, country) : null;
  return [
    ...(email ? [{ id: newId(), ...shared, kind: 'EMAIL', ...email, preferred: true, bounced_at: random.chance(0.02) ? at : null }] : []),
    ...(phone ? [{ id: newId(), ...shared, kind: 'MOBILE', ...phone, preferred: false, bounced_at: null }] : []),
  ];
}

function consentRows(random: Random, customerId: string, since: number, now: Date): Row[] {
  const rows: Row[] = [];
  for (const [channel, likely] of [['EMAIL', 0.75], ['PHONE', 0.45], ['MESSAGING', 0.3]] as const) {
    if (!random.chance(likely)) continue;
    const given = Math.min(since + random.between(0, 60) * day, now.getTime() - day);
    rows.push(consentRow(customerId, channel, random.chance(0.82) ? 'GRANTED' : 'DENIED', given));
  }
  return rows;
}

const consentRow = (customerId: string, channel: string, state: string, at: number): Row => ({
  id: newId(), customer_id: customerId, channel, state, purpose: 'MARKETING', lawful_basis: 'CONSENT',
  source: 'WEB_FORM', given_at: new Date(at).toISOString(),
});
