/** Names as people read them. */
import { expect, test } from "vitest";
import { namesFrom, reasonWords } from "../../views/names.ts";

const names = namesFrom({ topics: [], parties: [] });

test.each([
  ["the same topic, trade-investment", "the same topic, Trade investment"],
  ["the same topic, security", "the same topic, Peace and security"],
  ["both name “Oslo”", "both name “Oslo”"],
])("the reason “%s” reads “%s”", (reason, expected) => expect(reasonWords(reason, names)).toBe(expected));
