import { RuleEditor, type RuleEditorProps } from '#rules';
import { useEffect, useState } from 'react';
import type { ModelForm } from './use-model-form.ts';

interface ConditionProps extends Pick<RuleEditorProps, 'forbid'> {
  readonly form: ModelForm;
  /** To which stage it belongs. */
  readonly stage: string;
  readonly rule: NonNullable<RuleEditorProps['rule']>;
  /** Each time it can be read. */
  readonly onChange: (rule: NonNullable<RuleEditorProps['rule']>) => void;
}

/** A rule of a model while somebody writes it; as long as it is not finished nothing is published. */
export function Condition({ form: { hold, strict }, stage, rule, onChange, ...rest }: ConditionProps) {
  const [unfinished, setUnfinished] = useState(false);
  useEffect(() => (unfinished ? hold(stage) : undefined), [unfinished, hold, stage]);
  return (
    <RuleEditor
      {...rest} rule={unfinished ? undefined : rule} strict={strict}
      onChange={(next) => {
        setUnfinished(next === undefined);
        if (next) onChange(next);
      }}
    />
  );
}
