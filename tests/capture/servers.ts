/**
 * Small servers on this machine that answer as a test wants; the network is never asked.
 */
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";

export interface Answering {
  readonly address: string;
  readonly port: number;
  /** What was asked, in order. */
  readonly asked: IncomingMessage[];
  close(): Promise<void>;
}

export async function answer(listener: RequestListener, host = "127.0.0.1"): Promise<Answering> {
  const asked: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    address: `http://${host}:${port}`,
    port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
