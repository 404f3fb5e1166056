/** Priorities by their share of the words. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankPriorities } from "../../snapshots/reading/priorities.ts";
import type { Slug } from "../../snapshots/types.ts";

const of = (topic: string, plain: string) => ({ topic: topic as Slug, plain });

describe("priorities", () => {
  it("rank topics by the words that they are given", () => {
    expect(rankPriorities([of("space", "one two"), of("health", "one two three four"), of("space", "one two three four")])).toEqual([
      { topic: "space", rank: 1, share: 0.6 },
      { topic: "health", rank: 2, share: 0.4 },
    ]);
  });

  it("put the topic with more commitments first where the words are equal, then the alphabet", () => {
    const ranked = rankPriorities([of("space", "one two"), of("health", "one"), of("health", "two"), of("energy", "one two")]);
    expect(ranked.map(({ topic }) => topic)).toEqual(["health", "energy", "space"]);
  });

  it("of no commitments are none", () => {
    expect(rankPriorities([])).toEqual([]);
  });

  it("add up to one and do not depend on the order of the commitments", () => {
    const commitments = fc.array(fc.record({ topic: fc.constantFrom("a", "b", "c"), plain: fc.constantFrom("one", "one two", "one two three") }), { minLength: 1 });
    fc.assert(
      fc.property(commitments, (list) => {
        const items = list.map(({ topic, plain }) => of(topic, plain));
        const ranked = rankPriorities(items);
        expect(ranked.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1);
        expect(rankPriorities(items.toReversed())).toEqual(ranked);
      }),
    );
  });
});
