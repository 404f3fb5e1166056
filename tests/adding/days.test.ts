import { expect, test } from "vitest";
import { readDay } from "../../server/days.ts";

test.each([
  ["2025-05-09", "2025-05-09"],
  ["2025-5-9", "2025-05-09"],
  ["2025/5/9", "2025-05-09"],
  [" 9 May 2025 ", "2025-05-09"],
  ["9. may 2025", "2025-05-09"],
  ["May 9, 2025", "2025-05-09"],
  ["9 Sep 2025", "2025-09-09"],
])("a day is understood as people write it: %s", (text, day) => {
  expect(readDay(text)).toBe(day);
});

test.each(["9/5/2025", "09.05.2025", "2025-02-30", "31 June 2024", "May 2025", "2025", "soon", ""])("what is no day, or might be two, is none: “%s”", (text) => {
  expect(readDay(text)).toBeNull();
});
