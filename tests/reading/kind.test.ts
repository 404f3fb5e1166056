/** What kind of publication a text is. */
import { expect, it } from "vitest";
import { opened } from "./opened.ts";

const report = "Norway and Chile met in Oslo on Monday, and agreed on fish. Officials said that the talks went well and that more would follow. ".repeat(6);

it.each([
  ["---\nkind: digest\n---\nText.", "digest"],
  ["---\nkind: Fact Sheet\n---\nText.", "fact-sheet"],
  ["# Digest: the second meeting\n\nText.", "digest"],
  ["# FACT SHEET: Joint Declaration on Bees\n\nText.", "fact-sheet"],
  ["# JOINT FACT SHEET: Second Dialogue\n\nText.", "fact-sheet"],
  ["# Joint Statement of Norway and Chile\n\nText.", "joint-statement"],
  ["# Norway-Chile Joint Leaders’ Statement\n\nText.", "joint-statement"],
  ["# Joint Readout of the Dialogue\n\nText.", "read-out"],
  ["# Joint Declaration on Bees\n\nText.", "declaration"],
  ["# Oslo Leaders’ Communiqué\n\nText.", "communique"],
  ["# Chair’s Summary of the Bee Forum\n\nText.", "communique"],
  ["# Agreement Between Norway and Chile on Fish\n\nText.", "agreement"],
  ["# Memorandum of Understanding on Fish\n\nText.", "agreement"],
  ["# Joint Statement on a Framework for an Agreement\n\nText.", "joint-statement"],
  ["# Norway and Chile meet\n\nOslo, 3 May 2031\n\nText.", "press-release"],
  ["Press release\n\n# Norway and Chile meet\n\nText.", "press-release"],
  [report, "news"],
  ["Our ministers met today. We will work together on our fish. We thank our hosts.", "joint-statement"],
  ["# Terms of Service\n\nWe keep your fish. Our terms are these. We may change them.", "other"],
  ["# Statement on Fish\n\nWe, Norway, Chile and Peru, will work together on our fish.", "joint-statement"],
  ["OSLO, 3 May 2031 – Norway and Chile agreed on fish on Monday, after talks that lasted for two days and most of a night, in a hotel above the harbour.", "news"],
  ["# Notes on fish\n\nFish swim.", "other"],
])("%j is a %s", (text, kind) => {
  expect(opened(text).kind).toBe(kind);
});
