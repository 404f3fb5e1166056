/** A document as its meeting sees it: all that is not given is as plain as can be. */
import type { IsoDate, Sha256 } from "../../snapshots/index.ts";
import type { Member } from "../../server/archive/grouping.ts";

export function memberOf(held: string, more: Partial<Member> = {}): Member {
  return {
    revision: "",
    sha256: `${held}-${JSON.stringify(more)}` as Sha256,
    held: held as IsoDate,
    evidenced: true,
    meetingName: null,
    meetingOrdinal: null,
    place: null,
    partnershipName: null,
    parties: [],
    words: 100,
    published: held as IsoDate,
    source: null,
    commitments: [],
    ...more,
  };
}
