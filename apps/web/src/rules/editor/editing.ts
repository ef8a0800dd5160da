import type { Role } from '@orbita/domain/access';
import type { FieldDefinition } from '@orbita/domain/facts';
import type { RelationName } from '@orbita/domain/rules';
import { createContext, useContext } from 'react';
import type { Draft, Path } from '../tree/draft.ts';
import type { Fault } from '../tree/faults.ts';

/** What every part of an editor shares. */
export interface Editing {
  readonly role: Role;
  readonly language: 'en' | 'es';
  readonly faults: ReadonlyMap<string, Fault>;
  /** Faults show once somebody has been at the part, or wants to save. */
  readonly shown: boolean;
  readonly edit: (change: (draft: Draft) => Draft) => void;
  readonly forbid: (key: string) => boolean;
  /** Whether the subject has rows that belong to it. */
  readonly related: boolean;
  /** Whose value gets the focus when it appears. */
  readonly fresh: string | undefined;
  readonly add: (group: Path, part: Draft, places: number) => void;
}

const EditingContext = createContext<Editing | undefined>(undefined);
export const EditingProvider = EditingContext.Provider;

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('useEditing is for parts of a rule editor.');
  return editing;
}

export interface PartProps<Part> {
  readonly part: Part;
  readonly path: Path;
  readonly relation: RelationName | undefined;
}

export interface FieldGroup<Field extends FieldDefinition = FieldDefinition> {
  readonly label: string;
  readonly fields: readonly Field[];
}
