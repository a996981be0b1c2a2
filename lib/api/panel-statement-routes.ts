import { parsePublicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { exportInvoice } from "../invoices/export-invoice";
import type { PanelPath } from "../operations/panel-contract";
import { StatementQuery } from "../statements/contract";
import { exportStatement } from "../statements/export-statement";
import { fileResponse } from "./file-response";
import { readSeparator } from "./read-separator";
import type { PanelHandlers } from "./serve-panel";

type StatementPath = Extract<
  PanelPath,
  `/api/panel/statement.${string}` | `/api/panel/invoices/${string}`
>;

/** The statements and invoices of an account, which the Credits page offers as files. */
export const panelStatementHandlers: PanelHandlers<StatementPath> = {
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
  "/api/panel/invoices/{invoice_id}/invoice.pdf"({ actor, accountId, params, c }) {
    const { invoice_id: invoiceId } = params;
    return fileResponse({ accountId, method: c.req.method }, `${fileNameOf(invoiceId)}.pdf`, () =>
      exportInvoice({ actor, input: { invoiceId } }),
    );
  },
};

/** Its ID alone: whatever else an address may say has no place in a header. */
function fileNameOf(invoiceId: string): string {
  return parsePublicId("inv", invoiceId) === undefined ? "invoice" : invoiceId;
}

function currentMonth(): string {
  return new Date().toISOString().slice(0, 7);
}
