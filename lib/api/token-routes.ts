import { tokenOperations } from "../operations/token-operations";
import { createToken } from "../tokens/create-token";
import { getToken } from "../tokens/get-token";
import { listTokens } from "../tokens/list-tokens";
import { readTokenId } from "../tokens/read-token-id";
import { revokeToken } from "../tokens/revoke-token";
import { rotateToken } from "../tokens/rotate-token";
import { updateToken } from "../tokens/update-token";
import { serve } from "./serve";

/** `/api/tokens`: the account's tokens. A secret is only in the response that created it. */
export const tokenRoutes = serve(tokenOperations, {
  listTokens: async ({ token: actor }) => ({ data: await listTokens({ actor }) }),
  async createToken({ token: actor, body }) {
    const created = await createToken({ actor, input: await body() });
    return { ...created.view, token: created.token };
  },
  getToken: ({ token: actor, params }) =>
    getToken({ actor, input: { tokenId: readTokenId(params.token_id) } }),
  async updateToken({ token: actor, params, body }) {
    const tokenId = readTokenId(params.token_id);
    return updateToken({ actor, input: { tokenId, wanted: await body() } });
  },
  revokeToken: ({ token: actor, params }) =>
    revokeToken({ actor, input: { tokenId: readTokenId(params.token_id) } }),
  async rotateToken({ token: actor, params, body }) {
    const tokenId = readTokenId(params.token_id);
    const rotated = await rotateToken({ actor, input: { tokenId, wanted: await body() } });
    return { ...rotated.view, token: rotated.token };
  },
});
