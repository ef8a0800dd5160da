import { Chip, Fields, SelectField } from '#design';
import type { ImportFormatInput } from '#operations';
import { m } from '#words';
import { Button, Popover } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { dateExample, decimalExample, encodingWords, separators, separatorWord } from './format-words.ts';
import styles from './columns.module.css';

interface FormatLineProps {
  readonly format: ImportFormatInput;
  readonly unsure: readonly string[];
  readonly spreadsheet: boolean;
  readonly onChange: (format: ImportFormatInput) => void;
}

/** How the file is written, as a sentence; what nothing in it decides stands out. */
export function FormatLine({ format, unsure, spreadsheet, onChange }: FormatLineProps) {
  const { encoding, separator, decimal, dates } = format;
  const heading = format.heading ?? 1;
  return (
    <div className={styles.format}>
      <p>
        {spreadsheet ? <>{m.imports_format_sheet()}{unsure.includes('dates') && <> <span data-unsure>{m.imports_format_sheet_dates({ example: dateExample(dates) })}</span></>}</> : <>{m.imports_format_text({ encoding: encodingWords[encoding], separator: separatorWord(separator) })}{' '}
        <span data-unsure={unsure.includes('decimal') || undefined}>{m.imports_format_decimal({ example: decimalExample(decimal) })}</span>,{' '}
        <span data-unsure={unsure.includes('dates') || undefined}>{m.imports_format_dates({ example: dateExample(dates) })}</span>.</>}
        {heading > 1 && <> {m.imports_format_heading({ row: heading })}</>}
      </p>
      {unsure.length > 0 && <Chip tone="warn">{m.imports_format_unsure()}</Chip>}
      <Popover position="bottom-start" trapFocus withinPortal shadow="none" width={280}>
        <Popover.Target><Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPencil size={13} stroke={1.6} aria-hidden />}>{m.imports_format_change()}</Button></Popover.Target>
        <Popover.Dropdown aria-label={m.imports_format()}><div className={styles.popover}><FormatFields format={format} spreadsheet={spreadsheet} onChange={onChange} /></div></Popover.Dropdown>
      </Popover>
    </div>
  );
}

const headings = Array.from({ length: 30 }, (_, at) => at + 1);

/** In which row the columns are named: over it stand titles and the heads of groups. */
function HeadingField({ heading, onChange }: { readonly heading: number; readonly onChange: (heading: number) => void }) {
  const rows = headings.includes(heading) ? headings : [...headings, heading];
  return (
    <SelectField
      size="xs" comboboxProps={{ withinPortal: false }} label={m.imports_format_row()} data={rows.map((row) => ({ value: String(row), label: m.imports_format_row_of({ row }) }))} value={String(heading)}
      onChange={(row) => row !== null && onChange(Number(row))}
    />
  );
}

function FormatFields({ format, spreadsheet, onChange }: Omit<FormatLineProps, 'unsure'>) {
  const pick = <Key extends keyof ImportFormatInput>(key: Key) => ({
    size: 'xs', comboboxProps: { withinPortal: false }, value: format[key], onChange: (value: string | null) => value !== null && onChange({ ...format, [key]: value }),
  } as const);
  const known = separators.includes(format.separator) ? separators : [...separators, format.separator];
  return (
    <Fields>
      <HeadingField heading={format.heading ?? 1} onChange={(heading) => onChange({ ...format, heading })} />
      {!spreadsheet && <>
      <SelectField {...pick('encoding')} label={m.imports_format_encoding()} data={Object.entries(encodingWords).map(([value, label]) => ({ value, label }))} />
      <SelectField {...pick('separator')} label={m.imports_format_separator()} data={known.map((value) => ({ value, label: separatorWord(value) }))} />
      <SelectField {...pick('decimal')} label={m.imports_format_numbers()} data={[',', '.'].map((value) => ({ value, label: decimalExample(value) }))} />
      </>}
      <SelectField {...pick('dates')} label={m.imports_format_days()} data={(['DMY', 'MDY', 'YMD'] as const).map((value) => ({ value, label: dateExample(value) }))} />
    </Fields>
  );
}
