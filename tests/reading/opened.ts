/** A document opened from a text, as tests of the reading want it. */
import { openDocument } from "../../snapshots/index.ts";
import type { Document, IsoDate, Sha256, Slug } from "../../snapshots/index.ts";

export interface Around {
  readonly name?: string;
  readonly given?: { readonly published?: string; readonly partnership?: string; readonly title?: string };
}

const SHA = "0".repeat(64) as Sha256;

export function opened(text: string, { name, given = {} }: Around = {}): Document {
  return openDocument({
    text,
    name: name ?? null,
    sha256: SHA,
    given: {
      ...(given.published === undefined ? {} : { published: given.published as IsoDate }),
      ...(given.partnership === undefined ? {} : { partnership: given.partnership as Slug }),
      ...(given.title === undefined ? {} : { title: given.title }),
    },
  });
}
