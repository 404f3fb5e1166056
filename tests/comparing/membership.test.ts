/** Which parties a later text names that the earlier one did not. */
import { expect, test } from "vitest";
import { membershipOf } from "../../snapshots/comparing/membership.ts";
import { harbourSide as side } from "./sides.ts";

test.each([
  ["a party more", side("Chile, Norway, and Peru"), side("Chile, Japan, Norway, and Peru"), { joined: ["JP"], unnamed: [] }],
  ["a party that is not named again", side("Chile, Japan, Norway, and Peru"), side("Chile, Norway, and Peru"), { joined: [], unnamed: ["JP"] }],
  ["the same in another order", side("Chile, Norway, and Peru"), side("Peru, Chile, and Norway"), null],
  ["two parties are no list", side("Chile and Norway"), side("Chile, Norway, and Peru"), null],
  ["lists that have hardly a name in common list something else", side("Chile, Norway, and Peru"), side("Japan, Kenya, and Peru"), null],
  ["what any document of a meeting lists", side("Chile, Norway, and Peru"), side("Chile, Norway, and Peru", "Chile, Norway, Peru, and Kenya"), { joined: ["KE"], unnamed: [] }],
])("%s", (_what, before, after, expected) => expect(membershipOf(before, after)).toEqual(expected));
