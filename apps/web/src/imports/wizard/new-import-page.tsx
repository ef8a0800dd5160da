import { useMe } from '#access';
import { EmptyState, ErrorState, KeyHint, PageHeader, SkeletonRows } from '#design';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { ColumnsStep } from './columns/columns-step.tsx';
import { missingTargets } from './draft/missing-targets.ts';
import { FileStep } from './file/file-step.tsx';
import type { ImportSearch, ImportStep } from './import-search.ts';
import { type Ready, readyOf } from './ready.ts';
import { Stepper } from './stepper.tsx';
import { TryStep } from './try/try-step.tsx';
import { useStart } from './use-start.ts';
import { useWizard } from './use-wizard.ts';
import styles from './wizard.module.css';

interface NewImportPageProps {
  readonly search: ImportSearch;
  readonly onSearch: (next: ImportSearch) => void;
}

/** From a spreadsheet to what is in it: a file, where its columns go, a try, and the import. */
export function NewImportPage(props: NewImportPageProps) {
  const { role } = useMe();
  if (scopeOf(role, 'import', 'create') !== 'all') return <><PageHeader title={m.imports_new()} /><EmptyState icon={IconLock} text={m.imports_not_allowed()} /></>;
  return <ImportWizard {...props} />;
}

function ImportWizard({ search, onSearch }: NewImportPageProps) {
  const { file = '', room, like } = search;
  const wizard = useWizard(file, { room, like });
  const ready = readyOf(wizard);
  const missing = ready ? missingTargets(ready.draft, ready.sketch.targets).length > 0 : true;
  const step: ImportStep = file === '' || (!ready && !wizard.busy && !wizard.failed) ? 'file' : search.step ?? 'columns';
  const go = (next: ImportStep) => onSearch({ ...search, step: next });
  const { start, starting, problem } = useStart();
  const next = step === 'file' ? 'columns' : 'try';
  const forward = () => (step === 'try' && ready ? void start(ready) : go(next));
  const able = ready !== undefined && !wizard.busy && !starting && (step === 'file' || !missing);
  useShortcut({ keys: 'mod+enter', label: step === 'try' ? m.imports_start() : m.imports_next(), group: 'page', run: forward }, able);
  const top = useTopOf(step);
  return (
    <>
      <PageHeader title={like ? m.imports_mended() : m.imports_new()} toolbar={<Stepper step={step} reachable={ready ? (missing ? 'columns' : 'try') : 'file'} onGo={go} />} />
      <div ref={top} className={styles.scroll}>
        <div className={styles.page}>
          {step === 'file' && <FileStep file={ready?.sketch.file} refusal={wizard.refusal} onTaken={(taken) => onSearch({ ...search, file: taken, step: 'columns' })} />}
          {step !== 'file' && (ready ? <Step step={step} wizard={ready} problem={problem} onBack={() => go('columns')} /> : wizard.failed ? <ErrorState onRetry={() => void wizard.begin()} /> : <SkeletonRows rows={10} height={48} />)}
        </div>
        {file !== '' && (
          <footer className={styles.foot}>
            {step !== 'file' && <Button variant="default" onClick={() => go(step === 'try' ? 'columns' : 'file')}>{m.imports_back()}</Button>}
            <p>{ready?.sketch.file.name}</p>
            <Button disabled={!able} loading={starting} onClick={forward} rightSection={<KeyHint keys="mod+enter" onAccent />}>{step === 'try' ? m.imports_start() : step === 'columns' ? m.imports_try() : m.imports_next()}</Button>
          </footer>
        )}
      </div>
    </>
  );
}

interface StepProps {
  readonly step: 'columns' | 'try';
  readonly wizard: Ready;
  readonly problem: string | undefined;
  readonly onBack: () => void;
}

const Step = ({ step, wizard, problem, onBack }: StepProps) =>
  (step === 'columns' ? <ColumnsStep wizard={wizard} problem={problem} /> : <TryStep wizard={wizard} problem={problem} onBack={onBack} />);

/** Each step begins at its top. */
function useTopOf(step: ImportStep) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { place.current?.scrollTo({ top: 0 }); }, [step]);
  return place;
}
