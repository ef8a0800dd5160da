import { activeModels, catalogueFor, ruleCatalogue, type RuleSubjectCatalogue } from '@orbita/database/lifecycle';
import { explainRuleOn } from '@orbita/database/segments';
import { may, mayReadField, type Noun, type Viewer } from '@orbita/domain/access';
import { activityCatalogue } from '@orbita/domain/activities';
import { productCatalogue } from '@orbita/domain/catalog';
import { type FactDefinition, type FieldDefinition, isPresent } from '@orbita/domain/facts';
import { isStageFact, modelFacts } from '@orbita/domain/lifecycle';
import { contactCatalogue } from '@orbita/domain/contacts';
import { leadCatalogue } from '@orbita/domain/leads';
import { opportunityCatalogue } from '@orbita/domain/opportunities';
import { orderCatalogue } from '@orbita/domain/orders';
import { customerCatalogue, operatorsOf, type RelationName, type Truth } from '@orbita/domain/rules';
import { segmentCatalogue } from '@orbita/domain/segments';
import { auditCatalogue } from '@orbita/domain/timeline';
import { userCatalogue } from '@orbita/domain/users';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Allow, type RequestContext, ruleOf, ruleText } from '#request';
import { Json } from '#scalars';
import { ExplainedRule, RuleCatalogue, type RuleField, RuleSubjectEnum, type RuleTruthEnum } from './rule-catalogue.type.ts';

/** What rules about each subject may read; the customer's facts are reachable from all that belongs to one. */
const catalogues: Record<keyof typeof RuleSubjectEnum, RuleSubjectCatalogue> = {
  customer: customerCatalogue, contact: contactCatalogue, lead: leadCatalogue, opportunity: opportunityCatalogue, order: orderCatalogue, activity: activityCatalogue,
  product: productCatalogue, user: userCatalogue, segment: segmentCatalogue, audit: auditCatalogue,
};

const nounOf: Record<RelationName, Noun> = { orders: 'order', activities: 'activity', contacts: 'contact', addresses: 'customer' };

@Resolver()
export class RuleCatalogueResolver {
  @Query(() => RuleCatalogue)
  @Allow('customer', 'read')
  async ruleCatalogue(
    @Arg('subject', () => RuleSubjectEnum, { defaultValue: 'customer' }) subject: keyof typeof RuleSubjectEnum, @Ctx() { em, viewer }: RequestContext,
  ): Promise<RuleCatalogue> {
    const models = await activeModels(em);
    const { facts, relations } = await ruleCatalogue(em, catalogues[subject]);
    const stages = new Set(modelFacts(models).map(({ key }) => key));
    const offered = ({ key }: FieldDefinition) => !isStageFact(key) || stages.has(key);
    const readable = (field: FieldDefinition) => mayReadField(viewer.role, field);
    return {
      facts: [...facts.values()].filter((fact) => isPresent(fact) && readable(fact) && offered(fact)).map((fact) => fieldOf(fact, viewer)),
      relations: Object.entries(relations)
        .filter(([name]) => may(viewer, nounOf[name as RelationName], 'read'))
        .map(([name, { label, fields }]) => ({
          name, label: label[viewer.language], fields: fields.filter(readable).map((field) => fieldOf(field, viewer)),
        })),
    };
  }

  @Query(() => [ExplainedRule], { nullable: true, complexity: ({ childComplexity }) => 20 * childComplexity })
  @Allow('customer', 'read')
  async explainRule(
    @Arg('rule', () => Json) input: unknown, @Arg('customerId', () => ID) customerId: string,
    @Ctx() context: RequestContext,
  ): Promise<ExplainedRule[] | null> {
    const { em, viewer, now } = context;
    const rule = await ruleOf({ em }, input) ?? { and: [] };
    const nodes = await explainRuleOn(em, rule, customerId, viewer, now);
    const catalogue = await catalogueFor(em, rule);
    return nodes && nodes.map((node) => ({
      ...node, truth: truthOf(node.truth), text: ruleText(node.rule, catalogue, context),
    }));
  }
}

function fieldOf(field: FieldDefinition & Partial<FactDefinition>, { language }: Viewer): RuleField {
  const values = field.values?.map((value) => ({ value, label: field.valueLabels?.[value]?.[language] ?? value }));
  return {
    key: field.key, label: field.label[language], type: field.type, unit: field.unit ?? null, operators: [...operatorsOf(field.type)],
    values: values ?? null, references: field.references ?? null, decimals: field.decimals ?? 0, nullMeans: field.nullMeans?.[language] ?? null,
    displayOnly: field.displayOnly ?? false,
  };
}

const truthOf = (truth: Truth): keyof typeof RuleTruthEnum => (truth === 'unknown' ? 'UNKNOWN' : truth ? 'HOLDS' : 'FAILS');
