import { parseInput } from "../core/parse-input";
import type { PanelPath } from "../operations/panel-contract";
import { StatementQuery } from "../statements/contract";
import { exportStatement } from "../statements/export-statement";
import { fileResponse } from "./file-response";
import { readSeparator } from "./read-separator";
import type { PanelHandlers } from "./serve-panel";

/** The statements of an account, which the Credits page offers as files. */
export const panelStatementHandlers: PanelHandlers<
  Extract<PanelPath, `/api/panel/statement.${string}`>
> = {
  "/api/panel/statement.csv"({ actor, accountId, c }) {
    const { month = currentMonth() } = parseInput(StatementQuery, c.req.query());
    const separator = readSeparator(c.req.raw);
    return fileResponse({ accountId, method: c.req.method }, `statement-${month}.csv`, () =>
      exportStatement({ actor, input: { month, format: "csv", separator } }),
    );
  },
  "/api/panel/statement.pdf"({ actor, accountId, c }) {
    const { month = currentMonth() } = parseInput(StatementQuery, c.req.query());
    return fileResponse({ accountId, method: c.req.method }, `statement-${month}.pdf`, () =>
      exportStatement({ actor, input: { month, format: "pdf" } }),
    );
  },
};

function currentMonth(): string {
  return new Date().toISOString().slice(0, 7);
}
