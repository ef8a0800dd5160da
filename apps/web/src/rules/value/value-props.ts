import type { FieldDefinition } from '@orbita/domain/facts';
import type { DraftLeaf } from '../tree/draft.ts';

export interface ValueProps {
  readonly field: FieldDefinition;
  readonly leaf: DraftLeaf;
  readonly label: string;
  readonly error: string | undefined;
  readonly onChange: (leaf: DraftLeaf) => void;
}
