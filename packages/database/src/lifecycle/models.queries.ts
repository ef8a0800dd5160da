import type { FactDefinition } from '@orbita/domain/facts';
import { type CustomEntity, customFacts } from '@orbita/domain/custom-fields';
import { leadCatalogue } from '@orbita/domain/leads';
import { type LifecycleModel, modelFacts } from '@orbita/domain/lifecycle';
import { opportunityCatalogue } from '@orbita/domain/opportunities';
import { type Catalogue, customerCatalogue } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { customFieldsOf } from '#custom-fields';

/** A model by which customers are judged; `rules` counts the edits that may place them otherwise. */
export interface JudgingModel extends LifecycleModel {
  readonly rules: number;
}

/** Names the active models in their versions: the models change only when it does. */
export const modelsToken: RawBuilder<string | null> = sql<string | null>`
  (select string_agg(concat_ws(':', id, version, xmin), ',' order by position, key) from lifecycle_model where active)`;

const remembered = new Map<string, readonly JudgingModel[]>();
const mostRemembered = 50;

/** The active models that a token names, in their order; read once for each token. */
export async function modelsOf(em: Em, token: string | null): Promise<readonly JudgingModel[]> {
  if (token === null) return [];
  const known = remembered.get(token);
  if (known) return known;
  const models = await rowsOf(em, sql<JudgingModel>`
    select key, name, stages, evaluation_order as "evaluationOrder", rules_version as rules
    from lifecycle_model where active order by position, key`);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(token, models);
  return models;
}

/** The active models as they are now. */
export async function activeModels(em: Em): Promise<readonly JudgingModel[]> {
  const [row] = await rowsOf(em, sql<{ token: string | null }>`select ${modelsToken} as token`);
  return modelsOf(em, row?.token ?? null);
}

const catalogues = new WeakMap<readonly LifecycleModel[], Catalogue>();

/** What rules about this company's customers can read: with where they stand in its models, as those are called now. */
export function catalogueOf(models: readonly LifecycleModel[]): Catalogue {
  const known = catalogues.get(models) ?? customerCatalogue(modelFacts(models));
  catalogues.set(models, known);
  return known;
}

const speaking = new WeakMap<readonly LifecycleModel[], boolean>();

/** What tells of these models in words: the company's own fields are looked up only where their rules speak of some. */
export async function catalogueOfModels(em: Em, models: readonly LifecycleModel[]): Promise<Catalogue> {
  const fields = speaking.get(models) ?? /"custom\./.test(JSON.stringify(models));
  speaking.set(models, fields);
  return fields ? customerCatalogue([...modelFacts(models), ...await companyFacts(em, customerCatalogue)]) : catalogueOf(models);
}

/** The catalogue as it is now, with the company's own fields. */
export async function ruleCatalogue(em: Em, subject: RuleSubjectCatalogue = customerCatalogue): Promise<Catalogue> {
  return subject([...modelFacts(await activeModels(em)), ...await companyFacts(em, subject)]);
}

/** What rules about a subject can read, with what the company adds. */
export type RuleSubjectCatalogue = (extra?: readonly FactDefinition[]) => Catalogue;

/** The catalogue by which this rule, in JSON, is read: what the company adds is looked up only for one that speaks of it. */
export async function catalogueFor(em: Em, rule: unknown, subject: RuleSubjectCatalogue = customerCatalogue): Promise<Catalogue> {
  const text = JSON.stringify(rule) ?? '';
  const stages = /"(stage|stageSince|previousStage)\./.test(text);
  const fields = /"((opportunity|lead|contacts)\.)?custom\./.test(text);
  if (stages && !fields && subject === customerCatalogue) return catalogueOf(await activeModels(em));
  return subject([...(stages ? modelFacts(await activeModels(em)) : []), ...(fields ? await companyFacts(em, subject) : [])]);
}

/** What a rule about more than a customer is about, and keeps fields of its own. */
const subjects: ReadonlyMap<RuleSubjectCatalogue, CustomEntity> = new Map([[opportunityCatalogue, 'OPPORTUNITY'], [leadCatalogue, 'LEAD']]);

/** The company's own fields of customers and their contacts, and of what the rule is about. */
const companyFacts = async (em: Em, subject: RuleSubjectCatalogue): Promise<readonly FactDefinition[]> =>
  customFacts((await customFieldsOf(em)).filter(({ entity }) => entity === 'CUSTOMER' || entity === 'CONTACT' || entity === subjects.get(subject)));

/**
 * Whether the customer of the row stands where models no longer in force put him: an active one has other rules now or
 * is new to him, or one that he stands in was switched off.
 */
export const outOfStep = (alias: string): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from lifecycle_model m where case when m.active
    then ${sql.ref(`${alias}.stages`)} <> '{}' and (${sql.ref(`${alias}.stages`)} -> m.key ->> 'rules')::int is distinct from m.rules_version
    else jsonb_exists(${sql.ref(`${alias}.stages`)}, m.key) end)`;
