/**
 * The application over invented meetings, read plainly: what routes are tested on.
 */
import { createApp } from "../../server/app.ts";
import { writeNote } from "../../server/archive/noting.ts";
import { makeFixture, NAMES, ORIGIN, TEXTS } from "../publish/fixture.ts";

export interface TestSite {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  text(path: string): Promise<string>;
  json<Value>(path: string): Promise<Value>;
  readonly reader: ReturnType<typeof makeFixture>["archive"]["reader"];
  /** Writes an editor's note on a change. */
  note(change: string, text: string): void;
  readonly fetch: ReturnType<typeof createApp>["fetch"];
  close(): void;
}

export function openSite(texts: readonly string[] = TEXTS): TestSite {
  const { archive, close } = makeFixture(texts);
  const app = createApp({ archive: archive.reader, names: NAMES, version: "0.0.0", origin: ORIGIN, onFault: (error) => console.error(error) });
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => app.request(path, { headers });
  const text = async (path: string): Promise<string> => {
    const answer = await get(path);
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body.slice(0, 300)}`);
    return body;
  };
  return { get, text, json: async (path) => JSON.parse(await text(path)), reader: archive.reader, note: (target, text) => void writeNote(archive.db, { subject: "change", target, text, author: "an editor" }), fetch: app.fetch, close };
}
