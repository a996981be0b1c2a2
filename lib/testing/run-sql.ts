import { withConnection } from "../database/acquire-lock";

/** Runs SQL on a connection of its own, as another program would. Returns the rows of the last statement. */
export async function runSql<Row extends Record<string, unknown>>(
  url: string,
  text: string,
  values?: unknown[],
): Promise<Row[]> {
  const result: unknown = await withConnection(url, (client) => client.query(text, values));
  return (
    [result]
      .flat()
      .map((each) => (each as { rows: Row[] }).rows)
      .at(-1) ?? []
  );
}
