import { expect, test } from "vitest";
import { loadKnowledge } from "../../server/knowledge.ts";
import { readSnapshot } from "../../snapshots/index.ts";
import { opened } from "./opened.ts";

const knowledge = loadKnowledge("/nowhere");

/** Texts on which a pattern that can be read in many ways takes ages: each capital of a name could begin a word of it. */
const HOSTILE = [
  "SENIOR ADMINISTRATION OFFICIALS SPEAKING: Great, thank you.",
  "THE MINISTRY OF FOREIGN AFFAIRS AND DEVELOPMENT: agreed to expand the exchange of teachers.",
  "MINISTRYOFFOREIGNAFFAIRSOFNORLAND? agreed to expand the exchange of teachers.",
  `Both sides agreed to hold the ${"AB-".repeat(60)} Council.`,
  `Both sides agreed to read ${"http://a.example/".repeat(600)} together.`,
];

test.each(HOSTILE)("%.60s is read at once", (text) => {
  const started = performance.now();
  readSnapshot(opened([text, text, text].join("\n\n"), { given: { published: "2031-05-06" } }), knowledge);
  expect(performance.now() - started).toBeLessThan(1_500);
});
