/**
 * The Model Context Protocol over streamable HTTP. Each request stands alone, so nothing is kept and any number of
 * assistants may ask.
 */
import { StreamableHTTPTransport } from "@hono/mcp";
import { createMcp } from "../publish/mcp.ts";
import { refusal } from "../refusals.ts";
import type { Room } from "./room.ts";

export function mountMcp(room: Room): void {
  const { app, archive, names, version } = room;
  app.post("/mcp", async (context) => {
    const server = createMcp({ archive, names, origin: room.site(context).origin }, version);
    const transport = new StreamableHTTPTransport({ enableJsonResponse: true });
    await server.connect(transport);
    const answer = await transport.handleRequest(context);
    return answer ?? context.body(null, 202);
  });
  // Without sessions there is nothing to listen to and nothing to end.
  app.all("/mcp", (context) => {
    const answer = room.refuse(context, { ...refusal("bad-request", "the Model Context Protocol is spoken here, by POST"), status: 405 });
    answer.headers.set("Allow", "POST");
    return answer;
  });
}
