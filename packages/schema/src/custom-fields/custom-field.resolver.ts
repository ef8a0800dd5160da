import { type CustomFieldRow, listCustomFields } from '@orbita/database/custom-fields';
import { archiveCustomField, createCustomField, restoreCustomField, sortCustomFields, updateCustomField } from '@orbita/database/field-definitions';
import type { Viewer } from '@orbita/domain/access';
import { isSortable } from '@orbita/domain/custom-fields';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import {
  ArchiveCustomFieldInput, CreateCustomFieldInput, CustomEntityEnum, CustomFieldResult, CustomFieldsResult, CustomFieldType, RestoreCustomFieldInput,
  UpdateCustomFieldInput,
} from './custom-field.type.ts';

type Entity = CustomFieldRow['entity'];

/** The company's own fields: read by whoever reads what they are of, defined by administrators. */
@Resolver(() => CustomFieldType)
export class CustomFieldResolver {
  @Query(() => [CustomFieldType], {
    complexity: ({ childComplexity }) => 20 * childComplexity,
    description: 'Those that the viewer may read, in their order; to whoever defines them the archived ones too, last.',
  })
  @Allow('customField', 'read')
  customFields(@Arg('entity', () => CustomEntityEnum, { nullable: true }) entity: Entity | undefined, @Ctx() context: RequestContext): Promise<CustomFieldType[]> {
    return all(context, entity);
  }

  @Mutation(() => CustomFieldResult)
  @Allow('customField', 'create')
  createCustomField(@Arg('input', () => CreateCustomFieldInput) input: CreateCustomFieldInput, @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => createCustomField(em, input, writingOf(context)), (id) => one(context, id));
  }

  @Mutation(() => CustomFieldResult)
  @Allow('customField', 'update')
  updateCustomField(@Arg('input', () => UpdateCustomFieldInput) input: UpdateCustomFieldInput, @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => updateCustomField(em, input, writingOf(context)), (id) => one(context, id), () => one(context, input.id));
  }

  @Mutation(() => CustomFieldResult, { description: 'Nothing shows or reads it any more; its values come back when it is restored.' })
  @Allow('customField', 'delete')
  archiveCustomField(@Arg('input', () => ArchiveCustomFieldInput) input: ArchiveCustomFieldInput, @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => archiveCustomField(em, input, writingOf(context)), (id) => one(context, id), () => one(context, input.id));
  }

  @Mutation(() => CustomFieldResult)
  @Allow('customField', 'delete')
  restoreCustomField(@Arg('input', () => RestoreCustomFieldInput) input: RestoreCustomFieldInput, @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => restoreCustomField(em, input, writingOf(context)), (id) => one(context, id), () => one(context, input.id));
  }

  @Mutation(() => CustomFieldsResult, { description: 'Puts the fields into the order in which records and forms show them.' })
  @Allow('customField', 'update')
  sortCustomFields(
    @Arg('entity', () => CustomEntityEnum) entity: Entity, @Arg('ids', () => [ID]) ids: string[], @Ctx() context: RequestContext,
  ): Promise<object> {
    return decide(context, (em) => sortCustomFields(em, { entity, ids }, writingOf(context)), async () => ({ customFields: await all(context, entity) }));
  }
}

const all = async ({ em, viewer }: RequestContext, entity?: Entity) => (await listCustomFields(em, entity, viewer)).map((row) => shown(row, viewer));

const one = async (context: RequestContext, id: string) => ({ customField: (await all(context)).find((field) => field.id === id) ?? null });

const shown = (row: CustomFieldRow, { language }: Viewer): CustomFieldType => ({
  ...row, label: row.label[language], labels: row.label, sortable: isSortable(row), requiredAtStages: [...row.requiredAtStages],
  readers: row.readers && [...row.readers],
  options: row.options.map(({ value, label, archived }) => ({ value, label: label[language], labels: label, archived })),
});
