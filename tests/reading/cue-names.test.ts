import fc from "fast-check";
import { expect, test } from "vitest";
import { facet, together } from "../../snapshots/reading/cue-names.ts";

test("a name that is kept is the name that would be spelled", () => {
  const part = fc.constantFrom("", "act", "voice:own", "a b", ":", "act:commit");
  fc.assert(
    fc.property(part, part, (first, second) => {
      expect(facet(first, second)).toBe(`${first}:${second}`);
      expect(together(first, second)).toBe(`${first} ${second}`);
      expect(together(first, second)).toBe(`${first} ${second}`);
    }),
  );
});
