/** Programs that are told how to ask; what each is called is the same in every language. */
export const tools = { powerQuery: 'Power BI, Excel (Power Query)', pandas: 'Python (pandas)', r: 'R', duckdb: 'DuckDB', grafana: 'Grafana (Infinity)', curl: 'curl' } as const;
export type Tool = keyof typeof tools;

/** What is pasted into a tool to read these rows. `YOUR_KEY` stands for the key. */
export function snippetOf(tool: Tool, { name, address }: { readonly name: string; readonly address: string }): string {
  const table = name.replace(/\.v\d+$/, '');
  switch (tool) {
    case 'powerQuery': return [
      'let',
      `    Source = Csv.Document(Web.Contents("${address}.csv", [Headers = [Authorization = "Bearer YOUR_KEY"]]),`,
      '        [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),',
      '    Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true])',
      'in',
      '    Rows',
    ].join('\n');
    case 'pandas': return ['import pandas', '', `${table} = pandas.read_csv("${address}.csv", storage_options={"Authorization": "Bearer YOUR_KEY"})`].join('\n');
    case 'r': return [
      'library(httr2)', '',
      `answer <- request("${address}.csv") |> req_auth_bearer_token("YOUR_KEY") |> req_perform()`,
      `${table} <- readr::read_csv(resp_body_raw(answer))`,
    ].join('\n');
    case 'duckdb': return `curl -sf -H "Authorization: Bearer YOUR_KEY" "${address}.csv" | duckdb -c "SELECT * FROM read_csv('/dev/stdin')"`;
    case 'grafana': return ['Type: JSON, Source: URL, Method: GET', `URL: ${address}.json`, 'Header: Authorization = Bearer YOUR_KEY'].join('\n');
    case 'curl': return `curl -f -H "Authorization: Bearer YOUR_KEY" -o ${name}.csv "${address}.csv"`;
    default: return tool satisfies never;
  }
}
