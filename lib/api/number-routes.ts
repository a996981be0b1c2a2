import { lookUpNumber } from "../lookups/look-up-number";
import { lookUpNumbers } from "../lookups/look-up-numbers";
import { numberOperations } from "../operations/number-operations";
import { countExtraRequests } from "../sending/limit-requests";
import { serve } from "./serve";

/** So many numbers cost as much as a usual request. */
const numbersPerRequest = 10;

/** `/api/numbers`: what is known of numbers. */
export const numberRoutes = serve(numberOperations, {
  lookUpNumber: ({ token: actor, params, query }) =>
    lookUpNumber({ actor, input: { ...query, number: params.number } }),
  async lookUpNumbers({ token: actor, body }) {
    const found = await lookUpNumbers({ actor, input: await body() });
    await countExtraRequests(actor, Math.ceil(found.data.length / numbersPerRequest) - 1);
    return found;
  },
});
