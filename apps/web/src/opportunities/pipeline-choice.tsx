import { SelectField } from '#design';
import type { PipelineDetailsFragment } from '#operations';
import { m, useLanguage } from '#words';

interface PipelineChoiceProps {
  readonly pipelines: readonly PipelineDetailsFragment[];
  readonly chosen: string;
  readonly onChoose: (id: string | undefined) => void;
}

/** Which pipeline is looked at, where there are several. */
export function PipelineChoice({ pipelines, chosen, onChoose }: PipelineChoiceProps) {
  const language = useLanguage();
  return (
    <SelectField
      aria-label={m.opportunities_pipeline()} size="xs" w={168} value={chosen} data={pipelines.map(({ id, names }) => ({ value: id, label: names[language] }))}
      onChange={(id) => onChoose(id ?? undefined)}
    />
  );
}
