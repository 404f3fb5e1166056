import { expect, test } from "vitest";
import { decodeText } from "../../server/decoding.ts";
import { transcribe } from "../../server/formats/transcribe.ts";

const FRENCH = "Les deux parties se félicitent des progrès accomplis et réaffirment leur volonté de créer un cadre numérique commun, à l’égard des données. ".repeat(3);
const windows1252 = (text: string): Buffer => Buffer.from(text.replace(/’/g, "\u0092").replace(/“/g, "\u0093").replace(/”/g, "\u0094"), "latin1");
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

test.each([
  ["UTF-8", Buffer.from(FRENCH), undefined, FRENCH],
  ["UTF-8 with its mark", Buffer.from(`\ufeff${FRENCH}`), undefined, FRENCH],
  ["Windows Latin", windows1252(FRENCH), "windows-1252", FRENCH],
  ["English with curly quotation marks only", windows1252("The two sides’ ministers agreed on a “digital corridor” that shall be open by the end of the year. ".repeat(2)), "windows-1252", "The two sides’ ministers agreed on a “digital corridor” that shall be open by the end of the year. ".repeat(2)],
  ["UTF-16 with its mark", Buffer.from(`\ufeff${FRENCH}`, "utf16le"), "utf-16le", FRENCH],
  ["UTF-16 of the other order", swapped(Buffer.from(`\ufeff${FRENCH}`, "utf16le")), "utf-16be", FRENCH],
  ["UTF-16 without a mark", Buffer.from(FRENCH, "utf16le"), "utf-16le", FRENCH],
  ["Chinese GB18030", Buffer.from("cbabb7bdcdacd2e2d4dacafdd7d6beadbcc3c1ecd3f2bcd3c7bfbacfd7f7a3acb2a2bda8c1a2c1aabacfb9a4d7f7d7e9a1a3".repeat(3), "hex"), "gb18030", "双方同意在数字经济领域加强合作，并建立联合工作组。".repeat(3)],
])("%s is read, and what was converted is said", (_name, bytes, converted, text) => {
  expect(decodeText(bytes, "a.txt")).toEqual({ kind: "text", text, mediaType: "text/plain", ...(converted === undefined ? {} : { converted }) });
  const readable = transcribe({ bytes, name: "a.txt" });
  expect(readable).toMatchObject({ kind: "readable", notices: converted === undefined ? [] : [{ code: "converted-encoding", message: expect.stringContaining(converted) }] });
});

test.each([
  ["a byte that belongs to nothing", Buffer.from([0x44, 0xff, 0x20]), "broken-utf8"],
  ["UTF-8 with one broken byte", Buffer.concat([Buffer.from(FRENCH), Buffer.from([0xe2, 0x80, 0x20]), Buffer.from(FRENCH)]), "broken-utf8"],
  ["text with a NUL byte", Buffer.from("The parties\0 agreed on data flows and on cables."), "nul-bytes"],
  ["an old Word file", Buffer.from("d0cf11e0a1b11ae1", "hex"), "not-text"],
])("%s is refused", (_name, bytes, code) => {
  expect(decodeText(bytes, "a.txt")).toMatchObject({ kind: "refused", refusal: { code } });
});

test("what a server says of the encoding is kept with the type and heard again", () => {
  const bytes = Buffer.from("Parteien ver\u00f6ffentlichen", "latin1");
  const first = transcribe({ bytes, name: null, mediaType: "text/plain; charset=ISO-8859-1" });
  expect(first).toMatchObject({ text: "Parteien veröffentlichen", mediaType: "text/plain; charset=iso-8859-1" });
  expect(first.kind === "readable" && transcribe({ bytes, name: null, mediaType: first.mediaType })).toEqual(first);
});
