import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { capture, type CaptureOptions } from "../../server/capture/capture.ts";
import { isPublicAddress } from "../../server/capture/public-addresses.ts";
import { type Answering, answer } from "./servers.ts";

const servers: Answering[] = [];
const serve = async (...named: Parameters<typeof answer>): Promise<Answering> => {
  const server = await answer(...named);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** In these tests the machine's first loopback address stands for the public internet, the others for private ones. */
const open: CaptureOptions = { mayAsk: (address) => address === "127.0.0.1", limits: { total: 5_000 } };
const codeOf = async (address: string, options: CaptureOptions = open): Promise<string> => {
  const outcome = await capture(address, options);
  return outcome.kind === "refused" ? outcome.refusal.code : outcome.kind;
};

test("a page is kept with its headers, its final address and the time", async () => {
  const server = await serve((request, response) => {
    if (request.url === "/old") response.writeHead(301, { location: "/new" }).end();
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8", "etag": '"a"', "content-encoding": "gzip" }).end(gzipSync("<p>The sides agreed.</p>"));
  });
  const outcome = await capture(`${server.address}/old#part`, { ...open, userAgent: "Pactline/9" });
  expect(outcome).toMatchObject({ kind: "captured", address: `${server.address}/old#part`, finalAddress: `${server.address}/new`, status: 200, headers: { "etag": '"a"', "content-type": "text/html; charset=utf-8" } });
  expect(outcome.kind === "captured" && [Buffer.from(outcome.bytes).toString(), outcome.retrievedAt]).toEqual(["<p>The sides agreed.</p>", expect.stringMatching(/^\d{4}-.*Z$/)]);
  expect(server.asked.map((one) => one.headers["user-agent"])).toEqual(["Pactline/9", "Pactline/9"]);
});

test("what is known of the last answer is said, and an unchanged page is told from a new one", async () => {
  const server = await serve((request, response) => void response.writeHead(request.headers["if-none-match"] === '"a"' ? 304 : 200, { etag: '"a"' }).end("text"));
  expect(await codeOf(server.address, { ...open, known: { etag: '"a"', lastModified: null } })).toBe("unchanged");
  expect(await codeOf(server.address, { ...open, known: { etag: '"b"', lastModified: "Sat, 01 Feb 2025 00:00:00 GMT" } })).toBe("captured");
  expect(server.asked[1]?.headers["if-modified-since"]).toBe("Sat, 01 Feb 2025 00:00:00 GMT");
});

test.each(["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "not an address"])("%s is not public", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "::ffff:93.184.216.34"])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

test.each(["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0", "[::1]", "[::ffff:127.0.0.1]", "10.0.0.1", "169.254.169.254"])("http://%s is refused before anything is asked", async (host) => {
  const server = await serve((_request, response) => void response.end("secret"));
  expect(await codeOf(`http://${host}:${server.port}/`, {})).toBe("private-address");
  expect(server.asked).toEqual([]);
});

test("a redirect to a private address is refused, and so is a name that leads to one", async () => {
  const inside = await serve((_request, response) => void response.end("secret"), "127.0.0.2");
  const outside = await serve((_request, response) => void response.writeHead(302, { location: inside.address }).end());
  expect(await codeOf(outside.address)).toBe("private-address");
  const named = await serve((_request, response) => void response.writeHead(302, { location: `http://localhost:${inside.port}` }).end());
  expect(await codeOf(named.address, { ...open, mayAsk: counted(1) })).toBe("private-address");
  expect(inside.asked).toEqual([]);
});

test("a connection is checked once more when it stands: a name can change where it leads", async () => {
  const server = await serve((_request, response) => void response.end("secret"));
  // Yes to the address as written, no to the one that answers.
  expect(await codeOf(server.address, { ...open, mayAsk: counted(1) })).toBe("private-address");
  expect(server.asked).toEqual([]);
});

/** Says yes so many times. */
function counted(times: number): (address: string) => boolean {
  let asked = 0;
  return () => {
    asked += 1;
    return asked <= times;
  };
}

test.each(["ftp://example.org/a", "file:///etc/passwd", "javascript:alert(1)", "http://user:secret@example.org/", "nothing", "http://"])("%s is no address of the web", async (address) => {
  expect(await codeOf(address)).toBe("bad-address");
});

test.each<readonly [string, Parameters<typeof answer>[0], string]>([
  ["redirects without end", (request, response) => void response.writeHead(302, { location: `${request.url}a` }).end(), "too-many-redirects"],
  ["a redirect out of the web", (_request, response) => void response.writeHead(302, { location: "file:///etc/passwd" }).end(), "bad-address"],
  ["an answer that is not found", (_request, response) => void response.writeHead(404).end(), "bad-response"],
  ["a body that says it is huge", (_request, response) => void response.writeHead(200, { "content-length": String(10 ** 9) }).flushHeaders(), "too-large"],
  ["a body that is huge", (_request, response) => void response.end(Buffer.alloc(3_000_000)), "too-large"],
  ["a small body that unpacks to a huge one", (_request, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(50_000_000))), "too-large"],
  ["a server that says nothing", () => {}, "fetch-timeout"],
  ["a body that never ends", (_request, response) => void setInterval(() => response.write("a"), 50).unref(), "fetch-timeout"],
  ["a connection that is cut", (request) => void request.socket.destroy(), "unreachable"],
])("%s", async (_name, listener, code) => {
  const server = await serve(listener);
  expect(await codeOf(server.address, { ...open, limits: { bytes: 2_000_000, silence: 400, total: 800 } })).toBe(code);
});

test("nobody who listens is unreachable", async () => {
  const server = await serve((_request, response) => void response.end());
  const { address } = server;
  await server.close();
  expect(await codeOf(address)).toBe("unreachable");
});
