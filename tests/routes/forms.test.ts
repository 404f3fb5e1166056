/** Where a form leads when it is done. */
import { expect, test } from "vitest";
import { afterAct, ownPath } from "../../server/routes/forms.ts";

test.each([
  ["/review?kind=link", "/review?kind=link&done=correction-3"],
  ["/documents/3f2a91c07d5e/correct#title", "/documents/3f2a91c07d5e/correct?done=correction-3#title"],
  ["/.//evil.example", "/desk"],
  ["/..//evil.example/x", "/desk"],
  ["//evil.example", "/desk"],
])("%s leads to %s and nowhere else", (back, expected) => expect(afterAct(ownPath(back), "correction-3").replace(/^\/desk\?.*/, "/desk")).toBe(expected));
