import type { CarrierRequest, CarrierResponse, HttpClient } from "../http/http-client";

/** Who may use the phone. */
export interface Credentials {
  username: string;
  password: string;
}

type Asking = Pick<CarrierRequest, "method" | "path"> & { json?: object };

/** Makes one request to the phone, or to the server it is connected to: Basic authentication in every mode. */
export function askPhone(
  client: HttpClient,
  { username, password }: Credentials,
  { method, path, json }: Asking,
): Promise<CarrierResponse> {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  const headers = { authorization, accept: "application/json" };
  if (json === undefined) return client({ method, path, headers });
  return client({
    method,
    path,
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(json),
  });
}
