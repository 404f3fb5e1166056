/** Several documents of one meeting beside each other. */
import { afterAll, expect, test } from "vitest";
import { openSite } from "../routes/app.ts";

const site = openSite();
afterAll(() => site.close());

interface Values {
  readonly told: string;
  readonly documents: readonly { readonly said: string }[];
  readonly rows: readonly { readonly words: string; readonly cells: readonly ({ readonly ladder: { readonly words: string } } | null)[] }[];
}

test("what several documents say stands first, with the stage that each gives it", async () => {
  const { told, documents, rows } = await site.json<Values>("/partnerships/aa-bb/2024-06-01/documents.json");
  expect(documents.map(({ said }) => said)).toEqual(["2 commitments", "1 commitment"]);
  expect(told).toContain("1 undertaking stands in more than one of them, 1 in one only.");
  expect(rows.map(({ cells }) => cells.map((cell) => cell?.ladder.words ?? null))).toEqual([["committed", "intended"], ["committed", null]]);
});

test("the meeting's page leads there, where there is more than one document", async () => {
  expect(await site.text("/partnerships/aa-bb/2024-06-01")).toContain('href="/partnerships/aa-bb/2024-06-01/documents"');
  expect(await site.text("/partnerships/aa-bb/2025-03-01")).not.toContain("Which document says what");
});
