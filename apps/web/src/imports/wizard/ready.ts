import type { ImportSketchDetailsFragment } from '#operations';
import type { Draft } from './draft/draft.ts';
import type { Wizard } from './use-wizard.ts';

/** The wizard once the file is understood. */
export interface Ready extends Omit<Wizard, 'sketch' | 'draft'> {
  readonly sketch: ImportSketchDetailsFragment;
  readonly draft: Draft;
}

export const readyOf = (wizard: Wizard): Ready | undefined => {
  const { sketch, draft } = wizard;
  return sketch && draft ? { ...wizard, sketch, draft } : undefined;
};
