import { explainRuleOn } from '@orbita/database/segments';
import { may, mayReadMarked, type Noun, type Viewer } from '@orbita/domain/access';
import { type FactDefinition, type FieldDefinition, isPresent } from '@orbita/domain/facts';
import { customerCatalogue, describeRule, operatorsOf, type RelationName, type Truth } from '@orbita/domain/rules';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { ruleOf } from '#customers';
import { Allow, type RequestContext } from '#request';
import { Json } from '#scalars';
import { ExplainedRule, RuleCatalogue, type RuleField, RuleSubjectEnum, type RuleTruthEnum } from './rule-catalogue.type.ts';

const nounOf: Record<RelationName, Noun> = { orders: 'order', activities: 'activity', contacts: 'contact', addresses: 'customer' };

@Resolver()
export class RuleCatalogueResolver {
  @Query(() => RuleCatalogue)
  @Allow('customer', 'read')
  ruleCatalogue(
    @Arg('subject', () => RuleSubjectEnum, { defaultValue: 'customer' }) _subject: string, @Ctx() { viewer }: RequestContext,
  ): RuleCatalogue {
    const { facts, relations } = customerCatalogue();
    const readable = (field: FieldDefinition) => mayReadMarked(viewer.role, field.mark);
    return {
      facts: [...facts.values()].filter((fact) => isPresent(fact) && readable(fact)).map((fact) => fieldOf(fact, viewer)),
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
    @Ctx() { em, viewer, now }: RequestContext,
  ): Promise<ExplainedRule[] | null> {
    const nodes = await explainRuleOn(em, ruleOf(input) ?? { and: [] }, customerId, viewer, now);
    return nodes && nodes.map((node) => ({
      ...node, truth: truthOf(node.truth), text: describeRule(node.rule, customerCatalogue(), viewer.language),
    }));
  }
}

function fieldOf(field: FieldDefinition & Partial<FactDefinition>, { language }: Viewer): RuleField {
  const values = field.values?.map((value) => ({ value, label: field.valueLabels?.[value]?.[language] ?? value }));
  return {
    key: field.key, label: field.label[language], type: field.type, unit: field.unit ?? null, operators: [...operatorsOf(field.type)],
    values: values ?? null, references: field.references ?? null, nullMeans: field.nullMeans?.[language] ?? null,
    displayOnly: field.displayOnly ?? false,
  };
}

const truthOf = (truth: Truth): keyof typeof RuleTruthEnum => (truth === 'unknown' ? 'UNKNOWN' : truth ? 'HOLDS' : 'FAILS');
