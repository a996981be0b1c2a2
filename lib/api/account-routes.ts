import { getAccount } from "../accounts/get-account";
import { accountOperations } from "../operations/account-operations";
import { serve } from "./serve";

/** `/api/account`: who the calling token is and what it may do. Any token may ask, whatever its scopes. */
export const accountRoutes = serve(accountOperations, {
  getAccount: ({ token }) => getAccount({ actor: token }),
});
