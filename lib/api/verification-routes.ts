import { verificationOperations } from "../operations/verification-operations";
import { cancelVerification } from "../verifications/cancel-verification";
import { checkNumber } from "../verifications/check-number";
import { checkVerification } from "../verifications/check-verification";
import { getVerification } from "../verifications/get-verification";
import { listVerifications } from "../verifications/list-verifications";
import { startVerification } from "../verifications/start-verification";
import { serve } from "./serve";
import { withHeaderKey } from "./with-header-key";

/** `/api/verifications`: codes that are sent and checked. */
export const verificationRoutes = serve(verificationOperations, {
  async startVerification({ token: actor, body, c }) {
    const input = withHeaderKey(await body(), c.req.header("idempotency-key"));
    const { verification, isReplay } = await startVerification({ actor, input });
    if (isReplay) c.header("Idempotent-Replayed", "true");
    return verification;
  },
  checkVerification: async ({ token: actor, params, body }) =>
    checkVerification({
      actor,
      input: { verificationId: params.verification_id, wanted: await body() },
    }),
  checkNumber: async ({ token: actor, body }) => checkNumber({ actor, input: await body() }),
  async listVerifications({ token: actor, query }) {
    const { data, nextCursor } = await listVerifications({ actor, input: query });
    return { data, next_cursor: nextCursor };
  },
  getVerification: ({ token: actor, params }) =>
    getVerification({ actor, input: { verificationId: params.verification_id } }),
  cancelVerification: ({ token: actor, params }) =>
    cancelVerification({ actor, input: { verificationId: params.verification_id } }),
});
