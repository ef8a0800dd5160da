import { type CustomerStagesRow, stageHistory, stagesOfCustomers, type StageVisitRow } from '@orbita/database/lifecycle';
import { daysSince } from '@orbita/domain/calendar';
import type { LifecycleModel } from '@orbita/domain/lifecycle';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CustomerType } from '#customers';
import { batched, type RequestContext } from '#request';
import { CustomerStage, StageVisit } from './customer-stage.type.ts';
import { tellBecause, type Telling, tellingOfRequest, tellStage } from './telling.ts';

@Resolver(() => CustomerType)
export class CustomerStageResolver {
  @FieldResolver(() => [CustomerStage], {
    complexity: ({ args, childComplexity }) => (args['model'] ? 1 : 5) * childComplexity, description: 'Where he stands in each lifecycle model in use, or in this one, and why.',
  })
  async stages(
    @Root() customer: CustomerType, @Arg('model', () => String, { nullable: true, description: 'Its key.' }) only: string | null,
    @Ctx() context: RequestContext,
  ): Promise<CustomerStage[]> {
    const read = (ids: readonly string[]) => stagesOfCustomers(context.em, ids, context.viewer);
    const found = await batched<CustomerStagesRow>(context, 'stages', customer.id, read);
    if (!found || found.stages.length === 0) return [];
    const telling = await tellingOfRequest(context);
    return found.stages.flatMap((visit) => {
      const model = telling.models.find(({ key }) => key === visit.model && (!only || key === only));
      return model ? tellStanding(model, visit, telling) : [];
    });
  }

  @FieldResolver(() => [StageVisit], {
    complexity: ({ childComplexity }) => 20 * childComplexity, description: 'His stays in the stages of a model, the latest first.',
  })
  async stageHistory(
    @Root() customer: CustomerType, @Arg('model', () => String, { description: 'Its key.' }) key: string, @Ctx() context: RequestContext,
  ): Promise<StageVisit[]> {
    const { em, viewer, now } = context;
    const visits = await stageHistory(em, customer.id, key, viewer);
    const telling = await tellingOfRequest(context);
    const names = telling.catalogue.facts.get(`stage.${key}`)?.valueLabels;
    return visits.map(({ stage, enteredAt, leftAt, because }) => ({
      stage, stageName: names?.[stage]?.[viewer.language] ?? stage, enteredAt, leftAt,
      days: daysSince(Date.parse(enteredAt), leftAt ? Date.parse(leftAt) : now.getTime()),
      get because() { return tellBecause(because, telling); },
    }));
  }
}

type Standing = StageVisitRow & { readonly previous: string | null };

function tellStanding(model: LifecycleModel, { stage, previous, enteredAt, because }: Standing, telling: Telling): CustomerStage[] {
  const { viewer: { language }, now } = telling.context;
  const told = (key: string | null) => {
    const at = model.stages.findIndex((one) => one.key === key);
    return at < 0 ? null : tellStage(model, at, telling);
  };
  const here = told(stage);
  if (!here) return [];
  return [{
    model: { key: model.key, name: model.name[language] }, stage: here, previous: told(previous), since: enteredAt,
    days: daysSince(Date.parse(enteredAt), now.getTime()), get because() { return tellBecause(because, telling); },
  }];
}
