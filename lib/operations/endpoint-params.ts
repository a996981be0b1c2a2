import { z } from "zod";
import { exampleEndpointId } from "./webhook-examples";

/** What every path of one webhook endpoint has in it. */
export const EndpointParams = z.object({
  endpoint_id: z
    .string()
    .meta({ description: "ID of the endpoint.", param: { example: exampleEndpointId } }),
});
