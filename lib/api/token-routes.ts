import { tokenOperations } from "../operations/token-operations";
import type { AuthenticatedToken } from "../tokens/authenticate-token";
import type { CreateTokenInput, RotateTokenInput } from "../tokens/contract";
import { createToken } from "../tokens/create-token";
import { getToken } from "../tokens/get-token";
import { listTokens } from "../tokens/list-tokens";
import { readTokenId } from "../tokens/read-token-id";
import { revokeToken } from "../tokens/revoke-token";
import { rotateToken } from "../tokens/rotate-token";
import { demandScope } from "./authorize";
import { serve } from "./serve";

/** `/api/tokens`: the account's tokens. A secret is only in the response that created it. */
export const tokenRoutes = serve(tokenOperations, {
  listTokens: async ({ token }) => ({ data: await listTokens(keeperOf(token)) }),
  async createToken({ token, body }) {
    // The action judges what the body says; here it is only named.
    const wanted = (await body()) as unknown as CreateTokenInput;
    const created = await createToken({ ...wanted, ...keeperOf(token) });
    return { ...created.view, token: created.token };
  },
  getToken({ token, params }) {
    const tokenId = readTokenId(params.token_id);
    return getToken({ tokenId, ...keeperOf(token) });
  },
  revokeToken({ token, params }) {
    const tokenId = readTokenId(params.token_id);
    // Whoever finds a token can end it: giving it up takes no more than having it.
    if (tokenId !== token.tokenId) demandScope(token, "manage");
    return revokeToken({ tokenId, ...keeperOf(token) });
  },
  async rotateToken({ token, params, body }) {
    const tokenId = readTokenId(params.token_id);
    const wanted: RotateTokenInput = await body();
    const rotated = await rotateToken({ ...wanted, tokenId, ...keeperOf(token) });
    return { ...rotated.view, token: rotated.token };
  },
});

function keeperOf(token: AuthenticatedToken) {
  return { accountId: token.accountId, by: token };
}
