import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { pack } from "../../server/routes/packing.ts";

const MEDIA = "text/csv; charset=utf-8";

function archiveOf(version: () => number) {
  return { version, together: <Answer>(ask: () => Answer): Answer => ask() };
}

test("short answers stay as they are, others are packed", async () => {
  const archive = archiveOf(() => 1);
  const short = await pack({ body: "a,b\r\n", mediaType: MEDIA }, archive);
  expect([short.packed, Buffer.from(short.bytes).toString()]).toEqual([false, "a,b\r\n"]);
  for (const body of ["é,“b”\r\n".repeat(500), ["é,", "“b”\r\n"].concat(Array.from({ length: 499 }, () => "é,“b”\r\n"))]) {
    const long = await pack({ body, mediaType: MEDIA }, archive);
    expect([long.packed, gunzipSync(long.bytes).toString()]).toEqual([true, "é,“b”\r\n".repeat(500)]);
  }
});

test("others are answered between the parts of a long answer", async () => {
  const order: string[] = [];
  const body = { *[Symbol.iterator]() { for (const part of ["one", "two", "three"]) { order.push(part); yield part; } } };
  const made = pack({ body, mediaType: MEDIA }, archiveOf(() => 1));
  setImmediate(() => order.push("another"));
  expect(Buffer.from((await made).bytes).toString()).toBe("onetwothree");
  expect(order.indexOf("another")).toBeLessThan(order.indexOf("three"));
});

test("when somebody writes, a long answer begins again, and at last is made without a pause", async () => {
  let version = 1;
  const body = (writes: number) => ({ *[Symbol.iterator]() { for (const part of ["a", "b"]) { if (part === "a" && version <= writes) version += 1; yield `${part}${version} `; } } });
  const once = archiveOf(() => version);
  expect(Buffer.from((await pack({ body: body(1), mediaType: MEDIA }, once)).bytes).toString()).toBe("a2 b2 ");
  version = 1;
  expect(Buffer.from((await pack({ body: body(99), mediaType: MEDIA }, once)).bytes).toString()).toBe("a5 b5 ");
});
