import { expect, test } from "vitest";
import { decodeText } from "../server/decoding.ts";
import { parsePort } from "../server/config.ts";
import { REFUSAL_CODES, refusal } from "../server/refusals.ts";

test.each(REFUSAL_CODES)("%s is one sentence with and without a detail", (code) => {
  for (const { sentence } of [refusal(code), refusal(code, "what was met")]) {
    expect(sentence).not.toContain("{");
    expect(sentence.trim()).toBe(sentence);
  }
  if (refusal(code, "what was met").sentence !== refusal(code).sentence) expect(refusal(code, "what was met").sentence).toContain("what was met");
});

test("a detail is put in as it is, whatever it contains", () => {
  expect(refusal("broken-front-matter", "$& {detail} $1").sentence).toContain("($& {detail} $1)");
});

test.each([
  ["a.txt", "text/plain"],
  ["a.MD", "text/markdown"],
  ["README", "text/plain"],
  [null, "text/plain"],
])("the media type of %s is %s", (name, mediaType) => {
  expect(decodeText(Buffer.from("Text."), name)).toEqual({ kind: "text", text: "Text.", mediaType });
});

test("a byte order mark is not part of the text", () => {
  expect(decodeText(Buffer.from("\ufeffText."), null)).toMatchObject({ text: "Text." });
});

test.each([
  ["0", 0],
  ["4680", 4680],
  ["65535", 65_535],
  ["65536", null],
  ["-1", null],
  ["http", null],
  ["", null],
])("the port %j is %j", (text, port) => {
  expect(parsePort(text)).toBe(port);
});
