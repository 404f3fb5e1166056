/** What the queue of review says of a doubtful thing. */
import { expect, test } from "vitest";
import type { ReviewItem } from "../../server/archive/types.ts";
import type { IsoDate, Sha256, Slug } from "../../snapshots/index.ts";
import { doubtfulModel } from "../../views/parts/doubts.ts";

const names = { shortTopic: (slug: string) => (slug === "security" ? "Peace and security" : slug), partnership: (slug: string) => (slug === "chile-norway" ? "Chile-Norway Fjord Talks" : slug) };
const told = (item: ReviewItem) => doubtfulModel(item, { csrf: "", back: "/review", refused: null, names }, "archivist");

test("the topic that two commitments share is told by its name", () => {
  const side = (held: string) => ({ held: held as IsoDate, commitments: [{ id: `${held}-1`, plain: "will keep the peace" }] });
  const link: ReviewItem = { kind: "link", id: "link 1", partnership: "chile-norway" as Slug, before: side("2024-05-01"), after: side("2025-05-01"), why: ["both speak of “peace”", "the same topic, security"], score: 0.2, doubt: 0.5 };
  expect(told(link).evidence).toEqual(["Match 20%", "both speak of “peace”", "the same topic, Peace and security"]);
});

test("the partnership that a document may belong to is told by its name, and sent by its slug", () => {
  const { words, accept } = told({ kind: "partnership", id: "partnership 1", sha256: "ab".repeat(32) as Sha256, title: "Statement", value: "chile-norway", basis: "derived", evidence: [], doubt: 0.6 });
  expect(words[0]?.text).toBe("Chile-Norway Fjord Talks");
  expect(accept?.hidden).toContainEqual({ name: "value", value: "chile-norway" });
});
