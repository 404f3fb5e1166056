import fc from "fast-check";
import { expect, test } from "vitest";
import { gather, type Member } from "../../server/archive/grouping.ts";
import { memberOf } from "./members.ts";

const dates = (members: readonly Member[]): string[] => gather(members).map((meeting) => `${meeting.held} ${meeting.members.length}`);

test.each<[string, Member[], string[]]>([
  ["those of one day are of one meeting, whatever they say", [memberOf("2024-05-01", { place: "Oslo" }), memberOf("2024-05-01", { place: "Bern" })], ["2024-05-01 2"]],
  ["a press release of the next day that tells no day belongs to it", [memberOf("2024-05-01"), memberOf("2024-05-02", { evidenced: false })], ["2024-05-01 2"]],
  ["so does one that bears the same number", [memberOf("2024-05-01", { meetingOrdinal: 3 }), memberOf("2024-05-03", { meetingOrdinal: 3 })], ["2024-05-01 2"]],
  ["one of another number does not", [memberOf("2024-05-01", { meetingOrdinal: 3 }), memberOf("2024-05-02", { meetingOrdinal: 4, evidenced: false })], ["2024-05-01 1", "2024-05-02 1"]],
  ["nor one of another place", [memberOf("2024-05-01", { place: "Oslo" }), memberOf("2024-05-02", { place: "Bern", evidenced: false })], ["2024-05-01 1", "2024-05-02 1"]],
  ["two that each tell their day and nothing else are two meetings", [memberOf("2024-05-01"), memberOf("2024-05-02")], ["2024-05-01 1", "2024-05-02 1"]],
  ["three days later is another meeting", [memberOf("2024-05-01"), memberOf("2024-05-04", { evidenced: false })], ["2024-05-01 1", "2024-05-04 1"]],
  ["a chain does not grow beyond two days from its start", [memberOf("2024-05-01"), memberOf("2024-05-03", { evidenced: false }), memberOf("2024-05-05", { evidenced: false })], ["2024-05-01 2", "2024-05-05 1"]],
  ["a text that tells the day wins over days of publication", [memberOf("2024-05-01", { evidenced: false }), memberOf("2024-05-02", { meetingName: "Council" })], ["2024-05-02 2"]],
])("%s", (_rule, members, expected) => {
  expect(dates(members)).toEqual(expected);
});

test("meetings do not depend on the order of arrival, hold every document once, and have days of their own", () => {
  const someMember = fc
    .record({ day: fc.integer({ min: 1, max: 9 }), evidenced: fc.boolean(), meetingOrdinal: fc.option(fc.integer({ min: 1, max: 2 })), place: fc.constantFrom(null, "Oslo", "Bern"), words: fc.nat(9) })
    .map(({ day, ...more }) => memberOf(`2024-05-0${day}`, more));
  fc.assert(
    fc.property(fc.uniqueArray(someMember, { selector: (one) => one.sha256, maxLength: 12 }), (members) => {
      const meetings = gather(members);
      expect(gather(members.toReversed())).toEqual(meetings);
      expect(meetings.flatMap((meeting) => meeting.members.map((one) => one.sha256)).toSorted()).toEqual(members.map((one) => one.sha256).toSorted());
      expect(new Set(meetings.map((meeting) => meeting.held)).size).toBe(meetings.length);
      expect(meetings.map((meeting) => meeting.held)).toEqual(meetings.map((meeting) => meeting.held).toSorted());
    }),
  );
});
