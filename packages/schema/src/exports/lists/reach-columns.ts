import { inBoth } from '@orbita/domain/facts';
import type { ExportedColumn, Node } from '../exported-list.ts';

interface Point { readonly kind: string; readonly value: string; readonly preferred: boolean }

/** The way by which he is reached first. */
const reached = (...kinds: string[]) => (node: Node): string | null => {
  const points = ((node['contactPoints'] ?? []) as readonly Point[]).filter(({ kind }) => kinds.includes(kind));
  return (points.find(({ preferred }) => preferred) ?? points[0])?.value ?? null;
};
const selection = 'contactPoints { kind value preferred }';

/** How somebody is reached, in columns of their own. */
export const reachColumns: readonly ExportedColumn[] = [
  { key: 'email', label: inBoth('E-mail', 'Correo'), type: 'text', selection, value: reached('EMAIL') },
  { key: 'phone', label: inBoth('Telephone', 'Teléfono'), type: 'text', selection, value: reached('MOBILE', 'PHONE') },
];
