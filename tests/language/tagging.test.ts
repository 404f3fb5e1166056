import { expect, test } from "vitest";
import { tag } from "../../snapshots/language/tagging.ts";

const told = (sentence: string): string => tag(sentence).map(({ text, pos }) => `${text}/${pos}`).join(" ");

// Each word before would have been remembered: an owner's name as one piece, a currency's code as a word.
const BEFORE = ["The (Arland’s) delegation met Arland’s/Bregen’s ministers.", "NON-ARLAND’S members and Arland’s-led teams spoke.", "[USD](https://arland.example/usd) $5 USD, 2 billion USD.", "ARLAND’S ministers; “Arland’s” word."];
const SENTENCES = ["We condemn in the strongest terms Arland’s direct attack on Bregen’s harbours.", "They will invest 2 billion USD in [USDA](https://arland.example/usda) programmes.", "Both sides welcomed Arland’s plan."];

test("a sentence is tagged alike, whatever was read before it", () => {
  const first = SENTENCES.map(told);
  for (const sentence of BEFORE) tag(sentence);
  expect(SENTENCES.map(told)).toEqual(first);
  expect([...SENTENCES].reverse().map(told).reverse()).toEqual(first);
});
