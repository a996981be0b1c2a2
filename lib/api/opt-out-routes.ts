import { optOutOperations } from "../operations/opt-out-operations";
import { addOptOut } from "../opt-outs/add-opt-out";
import { exportOptOuts } from "../opt-outs/export-opt-outs";
import { importOptOuts } from "../opt-outs/import-opt-outs";
import { listOptOuts } from "../opt-outs/list-opt-outs";
import { removeOptOut } from "../opt-outs/remove-opt-out";
import { fileResponse } from "./file-response";
import { serve } from "./serve";

/** `/api/opt-outs`: who wants no messages of the account. */
export const optOutRoutes = serve(optOutOperations, {
  async listOptOuts({ token: actor, query }) {
    const { data, nextCursor } = await listOptOuts({ actor, input: query });
    return { data, next_cursor: nextCursor };
  },
  addOptOut: async ({ token: actor, body }) => addOptOut({ actor, input: await body() }),
  importOptOuts: async ({ token: actor, body }) => importOptOuts({ actor, input: await body() }),
  exportOptOuts({ token: actor, c }) {
    const reader = { accountId: actor.accountId, method: c.req.method };
    return fileResponse(reader, "opt-outs.csv", () => exportOptOuts({ actor, input: {} }));
  },
  async removeOptOut({ token: actor, params }) {
    await removeOptOut({ actor, input: { number: params.number } });
    return undefined;
  },
});
