/** Where the date of a document comes from, and what is refused. */
import { describe, expect, it } from "vitest";
import { findPublication } from "../../snapshots/reading/publication.ts";
import { opened } from "./opened.ts";

const published = (text: string, around: Parameters<typeof opened>[1] = {}) => {
  const outcome = findPublication(opened(text, around));
  return outcome.ok ? `${outcome.value.date} ${outcome.value.basis}` : outcome.refusal.code;
};

describe("the date of publication", () => {
  it.each([
    ["---\ndate: 2024-05-06\n---\nText.", "2024-05-06 front-matter"],
    ["---\ndate: '2024-05-06 10:00:01-04:00'\n---\nText.", "2024-05-06 front-matter"],
    ["---\npublished: 6 May 2024\n---\nText.", "2024-05-06 front-matter"],
    ["---\npublished_time: 2024-05-06T10:00:00Z\nmodified_time: 2024-06-01\n---\nText.", "2024-05-06 front-matter"],
    ["---\nDate: May 6, 2024\n---\nText.", "2024-05-06 front-matter"],
    ["---\ntitle: A\ndate: 2024-05-06\n---\nNorburg, 7 May 2024\n\nText.", "2024-05-06 front-matter"],
  ])("in %j is %s", (text, expected) => {
    expect(published(text)).toBe(expected);
  });

  it.each([
    [" date 2025-11-03 Norland and Sudmark met.", "2025-11-03 first-line"],
    ["Date: 3 November 2025\n\nNorland and Sudmark met.", "2025-11-03 first-line"],
    ["**Published on** November 3, 2025\n\nText.", "2025-11-03 first-line"],
    ["3 November 2025\n\nNorland and Sudmark met.", "2025-11-03 first-line"],
    ["# Norland and Sudmark meet\n\nNorburg, 14 March 2025\n\nText.", "2025-03-14 dateline"],
    ["# Norland and Sudmark meet\n\nNORBURG, 8 May 2025 - Ministers met.", "2025-05-08 dateline"],
    ["NORBURG, Oct. 12, 2023 – Ministers met.", "2023-10-12 dateline"],
    ["NORBURG, D.C. (Sept. 3, 2023) — Ministers met.", "2023-09-03 dateline"],
    ["Press release\n\nNorburg/Sudhaven, Tuesday, 2 April 2024\n\nMinisters met.", "2024-04-02 dateline"],
    ["Joint Statement\n\nNorburg, 12-13 June 2025\n\nWe met.", "2025-06-13 dateline"],
    ["By Our Writer\nNorburg | 3 Oct 2025\n\nThey met.", "2025-10-03 dateline"],
    ["Joint Statement\n\nMarch 4, 2024\n\nMinisters met.", "2024-03-04 dateline"],
    ["Home > News\n\nMeeting held\n\nMarch 4, 2024\nJoint release with the Agency\n\nMinisters met.", "2024-03-04 dateline"],
    ["Norland and Sudmark meet\n\nPublished: March 4, 2024\n\nMinisters met.", "2024-03-04 dateline"],
    ["Ministers of Norland met on 3 May 2024 in Norburg and talked for long.", "no-date"],
    ["Since 14 March 2020 the two sides have met often.", "no-date"],
  ])("in the first lines of %j is %s", (text, expected) => {
    expect(published(text)).toBe(expected);
  });

  it.each([
    ["2023-10-12-statement.md", "2023-10-12 file-name"],
    ["20231012_statement.txt", "2023-10-12 file-name"],
    ["statement-12-october-2023.txt", "2023-10-12 file-name"],
    ["report-120231012999.txt", "no-date"],
  ])("in the file name %s is %s", (name, expected) => {
    expect(published("Ministers met.", { name })).toBe(expected);
  });

  it("given by a person wins over all", () => {
    expect(published("---\ndate: 2024-05-06\n---\nText.", { name: "2020-01-01.md", given: { published: "2021-02-03" } })).toBe("2021-02-03 given");
  });

  it.each([
    ["---\ndate: 2023-02-30\n---\nNorburg, 7 May 2024\n\nText.", "impossible-date"],
    ["---\ndate: soon\n---\nText.", "impossible-date"],
    [" date 2023-13-01 Norland met.", "impossible-date"],
    ["Norburg, 31 April 2024\n\nText.", "impossible-date"],
    ["---\ndate: 2024-02-29\n---\nText.", "2024-02-29 front-matter"],
    ["---\ndate: 2023-02-29\n---\nText.", "impossible-date"],
    ["Text without any date.", "no-date"],
  ])("of %j is %s", (text, expected) => {
    expect(published(text)).toBe(expected);
  });

  it("names what is no day of the calendar", () => {
    const outcome = findPublication(opened("---\ndate: 2023-02-30\n---\nText."));
    expect(outcome).toMatchObject({ ok: false, refusal: { message: expect.stringContaining("2023-02-30") } });
  });
});
