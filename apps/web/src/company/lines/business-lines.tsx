import { refusalText } from '#api-client';
import { Chip, ErrorState, NumberText, showToast, SkeletonRows } from '#design';
import { BusinessLinesDocument, DeleteBusinessLineDocument, type LineFragment } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Section } from '../section.tsx';
import { LineDialog } from './line-dialog.tsx';
import styles from '../company.module.css';

/** Each line has its own patience: what counts as silence where a customer's rhythm is not known. */
export function BusinessLines({ mayWrite }: { readonly mayWrite: boolean }) {
  const { data, error, refetch } = useQuery(BusinessLinesDocument);
  const [open, setOpen] = useState<{ readonly line: LineFragment | undefined }>();
  return (
    <Section title={m.company_lines()} explained={m.company_lines_explained()}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      {data && <Lines lines={data.businessLines} mayWrite={mayWrite} onEdit={(line) => setOpen({ line })} />}
      {mayWrite && <Button variant="default" leftSection={<IconPlus size={13} />} style={{ justifySelf: 'start' }} onClick={() => setOpen({ line: undefined })}>{m.company_new_line()}</Button>}
      {open && <LineDialog line={open.line} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

interface LinesProps {
  readonly lines: readonly LineFragment[];
  readonly mayWrite: boolean;
  readonly onEdit: (line: LineFragment) => void;
}

function Lines({ lines, mayWrite, onEdit }: LinesProps) {
  const language = useLanguage();
  const [remove] = useMutation(DeleteBusinessLineDocument, { refetchQueries: ['BusinessLines', 'RuleNames'] });
  const discard = async ({ id, version, name }: LineFragment) => {
    const refusal = (await remove({ variables: { id, version } })).data?.deleteBusinessLine.refusal;
    showToast(refusal ? refusalText(refusal, language) : m.company_line_removed({ name }), refusal ? { tone: 'bad' } : {});
  };
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.company_lines()}>
      <table className={styles.table}>
        <thead><tr><th scope="col">{m.company_name()}</th><th scope="col">{m.company_rhythm()}</th><th scope="col">{m.company_grace()}</th><th scope="col">{m.company_after_sales()}</th><td /></tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.name} {line.isDefault && <Chip>{m.company_default()}</Chip>}</th>
              <td><NumberText value={line.fallbackRhythmDays} /> {m.rules_days()}</td><td><NumberText value={line.graceDays} /> {m.rules_days()}</td><td><NumberText value={line.minAfterSalesDays} /> {m.rules_days()}</td>
              <td className={styles.acts}>
                {mayWrite && <ActionIcon size={24} aria-label={m.company_edit_line({ name: line.name })} onClick={() => onEdit(line)}><IconPencil size={14} stroke={1.6} /></ActionIcon>}
                {mayWrite && !line.isDefault && <ActionIcon size={24} aria-label={m.company_delete_line({ name: line.name })} onClick={() => void discard(line).catch(() => showToast(m.company_failed(), { tone: 'bad' }))}><IconTrash size={14} stroke={1.6} /></ActionIcon>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
