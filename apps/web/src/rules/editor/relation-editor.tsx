import { SelectField } from '#design';
import { m } from '#words';
import type { RelationName } from '@orbita/domain/rules';
import { isGroup, relationOf, type Related } from '../tree/draft.ts';
import { changeAt } from '../tree/edit.ts';
import { catalogue } from '../tree/catalogue.ts';
import { type PartProps, useEditing } from './editing.ts';
import { GroupEditor } from './group-editor.tsx';
import styles from './editor.module.css';

/** Whether some, or none, of what belongs to the customer fulfils a rule of its own. */
export function RelationEditor({ part: related, path }: PartProps<Related>) {
  const { edit, language } = useEditing();
  const relation = relationOf(related);
  const some = 'some' in related;
  const set = (next: Related) => edit((draft) => changeAt(draft, path, () => next));
  const where = isGroup(related.where) ? related.where : { and: [related.where] };
  return (
    <div className={styles.related}>
      <div className={styles.relation}>
        <SelectField
          size="xs" w={180} aria-label={m.rules_quantity()} value={some ? 'some' : 'none'}
          data={[{ value: 'some', label: m.rules_some() }, { value: 'none', label: m.rules_none() }]}
          onChange={(quantity) => set(quantity === 'some' ? { some: relation, where } : { none: relation, where })}
        />
        <SelectField
          size="xs" w={150} aria-label={m.rules_relation()} value={relation}
          data={Object.entries(catalogue.relations).map(([value, { label }]) => ({ value, label: label[language].toLowerCase() }))}
          onChange={(name) => {
            const next = name as RelationName;
            // The fields of other rows are others: the conditions go.
            if (next !== relation) set(some ? { some: next, where: { and: [] } } : { none: next, where: { and: [] } });
          }}
        />
        <span>{m.rules_with()}</span>
      </div>
      <GroupEditor part={where} path={isGroup(related.where) ? [...path, 'where'] : path} relation={relation} />
    </div>
  );
}
