/** Which quotations are one wording. */
import { expect, test } from "vitest";
import { saidOnce, wordingOf } from "../../views/parts/wording.ts";

test("case, spaces, line breaks and marks make no other wording; figures do", () => {
  expect(wordingOf("Both sides will open\n the “Harbour” Office, by 2026.")).toBe(wordingOf("both sides will open the harbour office by 2026"));
  expect(wordingOf("ten boats by 2026")).not.toBe(wordingOf("ten boats by 2027"));
  expect(wordingOf("…")).toBe("…");
});

test.each([
  ["what two documents say is said once", ["We will dredge the river.", "We will dredge the river"], ["We will dredge the river."]],
  ["what another says with more is said there", ["dredge the river", "We will dredge the river together"], ["We will dredge the river together"]],
  ["a word is no part of a longer one", ["a port", "a portal"], ["a port", "a portal"]],
  ["what is said otherwise stays", ["We will dredge the river", "We may dredge the river"], ["We will dredge the river", "We may dredge the river"]],
])("%s", (_what, quotes, expected) => expect(saidOnce(quotes)).toEqual(expected));
