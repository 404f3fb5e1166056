/**
 * Opens a port for an application and closes it in good order.
 */
import { createAdaptorServer } from "@hono/node-server";
import { RefusedError, refusal } from "./refusals.ts";

export interface Listening {
  /** Where it can be visited, with the port that the system chose. */
  readonly address: string;
  /** Takes no new requests, lets those under way finish, and cuts what lasts too long. */
  close(): Promise<void>;
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** How long requests under way may take when the server stops, in milliseconds. */
const PATIENCE = 2_000;

export function listen(fetch: Fetch, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch, hostname: host });
  return new Promise((resolve, reject) => {
    server.once("error", (error: Error) => reject(new RefusedError(refusal("address-in-use", `${host}:${port}: ${error.message}`), { cause: error })));
    server.listen(port, host, () => {
      const bound = server.address();
      const actual = typeof bound === "object" && bound !== null ? bound.port : port;
      resolve({ address: `http://${host.includes(":") ? `[${host}]` : host}:${actual}/`, close: () => closing(server) });
    });
  });
}

function closing(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
