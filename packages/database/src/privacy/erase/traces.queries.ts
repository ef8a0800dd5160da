import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** By what somebody is found where no row says that it is his. Read before anything is erased. */
export interface Traces {
  /** E-mails, telephones, tax numbers, bank accounts and numbers in other systems, as entered and as compared. */
  readonly keys: readonly string[];
  /** His whole names, earlier ones too, those of his contacts, and whatever else was written of him that is long enough to be nobody else's. */
  readonly texts: readonly string[];
  /** Everything that was written of him, for its words. */
  readonly words: readonly string[];
  /** The keys by which he was known for certain, with their kinds. */
  readonly exact: readonly string[];
}

const longEnough = 12;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
// A day is many people's: by it nobody is found.
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?$/.test(text);
const isKey = (text: string): boolean => !isDay(text) && (/@/.test(text) || (text.match(/\d/g)?.length ?? 0) >= 6);

/** Of a customer and everybody merged into him; of one of his contacts alone when `contactId` is given. */
export async function tracesOf(em: Em, parts: readonly string[], contactId: string | null = null): Promise<Traces> {
  const [found] = await rowsOf(em, sql<Record<'keys' | 'names' | 'said' | 'options' | 'exact', (string | null)[]>>`
    select to_json(array(${contactId === null ? keysOfCustomer(parts) : keysOfContact(contactId)})) as keys,
      to_json(array(${contactId === null ? namesOfCustomer(parts) : namesOfContact(contactId)})) as names,
      to_json(array(${contactId === null ? said(parts) : saidOfContact(contactId)})) as said,
      to_json(array(select option ->> 'value' from custom_field d cross join jsonb_array_elements(d.options) option)) as options,
      to_json(array(${contactId === null ? sql`
        select kind || ':' || value from customer_identity where customer_id = any(${parts}::uuid[])
        union ${exactOfPoints(sql`customer_id = any(${parts}::uuid[])`)}` : exactOfPoints(sql`contact_id = ${contactId}::uuid`)})) as exact`);
  const [keys = [], names = [], all = [], exact = []] = [found!.keys, found!.names, found!.said, found!.exact].map((texts) => texts.filter((text) => text !== null));
  // To whom a field points is somebody else, and what can be chosen is many people's.
  const options = new Set(found!.options);
  const leaves = all.filter((text) => !uuid.test(text) && !options.has(text));
  // What else was written of a contact may be as true of his colleagues.
  const long = contactId === null ? leaves.filter((text) => text.length >= longEnough) : [];
  const unique = (texts: readonly string[]) => [...new Set(texts.map((text) => text.trim()).filter((text) => text.length > 2))];
  return {
    keys: unique([...keys, ...leaves.filter(isKey)]), texts: unique([...names, ...long]),
    words: unique([...keys, ...names, ...leaves]), exact: [...new Set(exact)],
  };
}

const exactOfPoints = (whose: ReturnType<typeof sql>) => sql`select 'EMAIL:' || normalised from contact_point where kind = 'EMAIL' and ${whose}`;

// Of a number in another system the file has only the number, the key has the system before it.
const keysOfCustomer = (parts: readonly string[]) => sql`
  select unnest(array[value, substr(value, strpos(value, ':') + 1)]) from customer_identity where customer_id = any(${parts}::uuid[])
  union select unnest(array[p.value, p.normalised]) from contact_point p where p.customer_id = any(${parts}::uuid[])
  union select unnest(array[c.tax_id, c.iban]) from customer c where c.id = any(${parts}::uuid[])`;

const keysOfContact = (contactId: string) => sql`select unnest(array[p.value, p.normalised]) from contact_point p where p.contact_id = ${contactId}::uuid`;

const namesOfContact = (contactId: string) => sql`
  select concat_ws(' ', given_name, family_name) from contact where id = ${contactId}::uuid`;

const namesOfCustomer = (parts: readonly string[]) => sql`
  select unnest(array[c.name, concat_ws(' ', c.given_name, c.family_name)]) from customer c where c.id = any(${parts}::uuid[])
  union select concat_ws(' ', given_name, family_name) from contact where customer_id = any(${parts}::uuid[])
  union select street from address where customer_id = any(${parts}::uuid[])
  union select p.values ->> 'name' from event_personal p where p.customer_id = any(${parts}::uuid[])`;

const everyText = sql.lit('strict $.** ? (@.type() == "string")');

const said = (parts: readonly string[]) => sql`
  select leaf #>> '{}' from event_personal p, jsonb_path_query(p.values, ${everyText}) leaf where p.customer_id = any(${parts}::uuid[])
  union select leaf #>> '{}' from customer c, jsonb_path_query(c.custom, ${everyText}) leaf where c.id = any(${parts}::uuid[])
  union select leaf #>> '{}' from contact k, jsonb_path_query(k.custom, ${everyText}) leaf where k.customer_id = any(${parts}::uuid[])
  union select leaf #>> '{}' from lead l, jsonb_path_query(l.custom, ${everyText}) leaf where l.customer_id = any(${parts}::uuid[])
  union select leaf #>> '{}' from opportunity o, jsonb_path_query(o.custom, ${everyText}) leaf where o.customer_id = any(${parts}::uuid[])
  union select unnest(array[subject, message]) from lead where customer_id = any(${parts}::uuid[])
  union select title from opportunity where customer_id = any(${parts}::uuid[])`;

const saidOfContact = (contactId: string) => sql`
  select leaf #>> '{}' from contact k, jsonb_path_query(k.custom, ${everyText}) leaf where k.id = ${contactId}::uuid`;
