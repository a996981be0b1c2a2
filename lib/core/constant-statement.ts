import { is, Param, Placeholder, SQL, StringChunk } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { once } from "./once";

const dialect = new PgDialect({ casing: "snake_case" });

/**
 * A statement that is often run: its text is made once, from clauses that name their parameters by `sql.placeholder`.
 * The result takes the values of a run, as text that the statement casts, and gives what `Tx.execute` runs.
 */
export function constantStatement<Name extends string>(
  make: () => SQL,
): (values: Record<Name, string>) => SQL {
  const compiled = once(() => {
    const { sql: text, params } = dialect.sqlToQuery(make());
    return { pieces: text.split(/\$\d+/).map((piece) => new StringChunk(piece)), params };
  });
  return (values) => {
    const { pieces, params } = compiled();
    const chunks = pieces.flatMap((piece, position) =>
      position < params.length ? [piece, new Param(filledIn(params[position], values))] : [piece],
    );
    return new SQL(chunks);
  };
}

function filledIn(param: unknown, values: Record<string, string>): unknown {
  return is(param, Placeholder) ? values[param.name] : param;
}
