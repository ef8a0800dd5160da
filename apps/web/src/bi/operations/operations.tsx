import { CopyButton, copyText, ErrorState, SelectField, SkeletonRows } from '#design';
import { type BiOperationsQuery, BiOperationsDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { ActionIcon } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import styles from '../bi.module.css';
import { snippetOf, type Tool, tools } from './snippets.ts';

type Operation = BiOperationsQuery['biOperations'][number];

/** What can be read, column by column, and what to paste into which tool. */
export function Operations() {
  const { data, error, refetch } = useQuery(BiOperationsDocument);
  return (
    <section className={styles.part} aria-label={m.bi_operations()}>
      <div className={styles.partHead}><div><h2>{m.bi_operations()}</h2><p className={styles.quiet}>{m.bi_operations_explained()}</p></div></div>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data ? <SkeletonRows rows={7} /> : (
        <>
          <ul className={styles.operations}>{data.biOperations.map((operation) => <OperationRow key={operation.name} operation={operation} />)}</ul>
          <Connect operations={data.biOperations} />
        </>
      )}
    </section>
  );
}

const addressOf = ({ path }: Operation): string => new URL(path, window.location.origin).href;

function OperationRow({ operation }: { readonly operation: Operation }) {
  const { name, label, columns } = operation;
  const address = `${addressOf(operation)}.csv`;
  return (
    <li>
      <details>
        <summary><b>{label}</b> <code>{name}</code> <span className={styles.quiet}>{m.bi_columns({ count: columns.length })}</span></summary>
        <dl className={styles.columns}>
          {columns.map((column) => <div key={column.name}><dt><code>{column.name}</code></dt><dd>{column.description} <span className={styles.quiet}>{column.type}</span></dd></div>)}
        </dl>
      </details>
      <ActionIcon size={28} aria-label={m.bi_copy_address({ name })} onClick={() => copyText(address)}><IconCopy size={14} stroke={1.6} /></ActionIcon>
    </li>
  );
}

function Connect({ operations }: { readonly operations: readonly Operation[] }) {
  const [tool, setTool] = useState<Tool>('powerQuery');
  const [name, setName] = useState(operations[0]?.name);
  const operation = operations.find((one) => one.name === name);
  if (!operation) return null;
  const snippet = snippetOf(tool, { name: operation.name, address: addressOf(operation) });
  return (
    <div className={styles.connect} role="group" aria-label={m.bi_connect()}>
      <h3>{m.bi_connect()}</h3>
      <div className={styles.choices}>
        <SelectField label={m.bi_tool()} value={tool} onChange={(value) => value && setTool(value as Tool)} data={Object.entries(tools).map(([value, label]) => ({ value, label }))} />
        <SelectField label={m.bi_operation()} value={operation.name} onChange={(value) => value && setName(value)} data={operations.map((one) => ({ value: one.name, label: one.label }))} />
      </div>
      <pre className={styles.snippet} tabIndex={0}>{snippet}</pre>
      <p className={styles.quiet}><CopyButton text={snippet} about={tools[tool]} /> {m.bi_paste_key()}</p>
    </div>
  );
}
