import { refusalText, type Refused } from '#api-client';
import { showToast } from '#design';
import { ResumeImportDocument, StopImportDocument, UndoImportDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';

/** What can be done with an import that is there. */
export function useImportActs(id: string) {
  const language = useLanguage();
  const [stop] = useMutation(StopImportDocument);
  const [resume] = useMutation(ResumeImportDocument);
  const [undo] = useMutation(UndoImportDocument);
  const variables = { id };
  const told = (answer: { readonly refusal: Refused | null } | undefined): void => {
    if (!answer || answer.refusal) showToast(answer?.refusal ? refusalText(answer.refusal, language) : m.imports_failed(), { tone: 'bad' });
  };
  const failed = () => told(undefined);
  return {
    stop: () => void stop({ variables }).then(({ data }) => told(data?.stopImport), failed),
    resume: () => void resume({ variables }).then(({ data }) => told(data?.resumeImport), failed),
    undo: () => void undo({ variables }).then(({ data }) => told(data?.undoImport), failed),
  };
}
