import type { Em } from '@orbita/database/connection';
import { catalogueFor, type RuleSubjectCatalogue } from '@orbita/database/lifecycle';
import { mayReadField, type Viewer } from '@orbita/domain/access';
import { isCustomFact } from '@orbita/domain/custom-fields';
import type { FieldDefinition } from '@orbita/domain/facts';
import { isRefused, refusalMessage } from '@orbita/domain/refusal';
import { customerCatalogue, parseRule, type Rule } from '@orbita/domain/rules';
import { GraphQLError } from 'graphql';

/**
 * A rule as the caller sent it, or an error that says where it cannot be read. A field that is not for the viewer is none,
 * whatever its name; without a viewer, as for the rule of a segment that he was shown, it is unknown to him.
 */
export async function ruleOf(
  { em, viewer }: { readonly em: Em; readonly viewer?: Viewer }, input: unknown, subject: RuleSubjectCatalogue = customerCatalogue,
): Promise<Rule | undefined> {
  if (input === undefined || input === null) return undefined;
  const catalogue = await catalogueFor(em, input, subject);
  const isOffered = (field: FieldDefinition) => !viewer || !isCustomFact(field.key) || mayReadField(viewer.role, field);
  const facts = new Map([...catalogue.facts].filter(([, fact]) => isOffered(fact)));
  const { contacts } = catalogue.relations;
  const relations = contacts ? { ...catalogue.relations, contacts: { ...contacts, fields: contacts.fields.filter(isOffered) } } : catalogue.relations;
  const rule = parseRule(input, { ...catalogue, facts, relations });
  if (!isRefused(rule)) return rule;
  throw new GraphQLError(`${rule.field ?? 'rule'}: ${refusalMessage(rule, 'en')}`, {
    extensions: { code: 'BAD_USER_INPUT', field: rule.field },
  });
}
