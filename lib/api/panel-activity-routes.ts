import { ActivityFilter } from "../activity/contract";
import { exportActivity, exportInstallationActivity } from "../activity/export-activity";
import { demandAdmin, demandPermission } from "../core/actor";
import type { PanelPath } from "../operations/panel-contract";
import { fileResponse } from "./file-response";
import { readSeparator } from "./read-separator";
import type { PanelHandlers } from "./serve-panel";

/** The files of who did what: of the account, and of the installation for its administrators. */
export const panelActivityHandlers: PanelHandlers<Extract<PanelPath, `${string}activity.csv`>> = {
  "/api/panel/activity.csv"({ actor, accountId, c }) {
    demandPermission(actor, "read_activity");
    const filter = ActivityFilter.parse(c.req.query());
    const separator = readSeparator(c.req.raw);
    return fileResponse({ accountId, method: c.req.method }, "activity.csv", () =>
      exportActivity({ actor, input: { filter, separator } }),
    );
  },
  "/api/panel/admin/activity.csv"({ actor, accountId, c }) {
    demandAdmin(actor);
    const filter = ActivityFilter.parse(c.req.query());
    const separator = readSeparator(c.req.raw);
    return fileResponse({ accountId, method: c.req.method }, "installation-activity.csv", () =>
      exportInstallationActivity({ actor, input: { filter, separator } }),
    );
  },
};
