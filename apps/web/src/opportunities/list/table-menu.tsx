import { useCustomFields } from '#custom-fields';
import { ColumnsMenu, useFormatting } from '#design';
import { mostOwnColumns, opportunityColumns } from './opportunity-columns.tsx';

interface TableMenuProps {
  readonly hidden: readonly string[];
  readonly onToggle: (id: string) => void;
}

/** Which columns stand in the table; the title always does. */
export function TableMenu({ hidden, onToggle }: TableMenuProps) {
  const { language } = useFormatting();
  const columns = opportunityColumns(language, [], useCustomFields('OPPORTUNITY'));
  return <ColumnsMenu columns={columns.filter(({ id }) => id !== 'title')} hidden={hidden} onToggle={onToggle} mostOwn={mostOwnColumns} />;
}
