import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChangeEntry } from "../../server/publish/entries.ts";
import { ORIGIN } from "../publish/fixture.ts";
import { openSite, type TestSite } from "./app.ts";

let site: TestSite;
beforeAll(() => {
  site = openSite();
});
afterAll(() => site.close());

interface Stream {
  readonly items: readonly ChangeEntry[];
  readonly total: number;
  readonly next: string | null;
}

describe("the stream", () => {
  test("shows what is new, what moved and what fell silent, and not what is only said again", async () => {
    const html = await site.text("/changes");
    expect(html).toContain('<a href="/partnerships/cc-dd/compare/2024-07-01..2025-08-01">cc-dd</a>');
    expect(html).toContain("<del>");
    expect(html).toContain("Silence is not withdrawal.");
    expect(html).not.toContain("said again");
  });

  test("is the same in every form", async () => {
    const { items, total } = await site.json<Stream>("/changes.json?partnership=aa-bb");
    expect(items).toHaveLength(total);
    const [csv, markdown, html] = [await site.text("/changes.csv?partnership=aa-bb"), await site.text("/changes.md?partnership=aa-bb"), await site.text("/changes?partnership=aa-bb")];
    for (const { url } of items) {
      expect(csv).toContain(url);
      expect(markdown).toContain(url);
      expect(html).toContain(url.slice(ORIGIN.length).replaceAll("&", "&amp;"));
    }
    expect(csv).toContain("sandbox committed the sandbox & its rules");
  });

  test("goes on part by part", async () => {
    const first = await site.json<Stream>("/changes.json?limit=3");
    const second = await site.json<Stream>((first.next ?? "").slice(ORIGIN.length));
    expect(first.items).toHaveLength(3);
    expect(new Set([...first.items, ...second.items].map(({ url }) => url)).size).toBe(3 + second.items.length);
  });

  test("Markdown goes on part by part, and says where", async () => {
    const long = openSite(["2023-05-01 aa-bb Geneva\nopening noted an opening\n", `2024-06-01 aa-bb Oslo\n${Array.from({ length: 520 }, (_, at) => `subject${at} committed a matter of number ${at}`).join("\n")}\n`]);
    const [first, second] = [await long.text("/changes.md?topic=data"), await long.text("/changes.md?topic=data&page=2")];
    expect(first).toContain(`Of 521 changes, 1 to 500 stand here. [Those that follow](<${ORIGIN}/changes.md?topic=data&page=2>)`);
    expect(second).not.toContain("stand here");
    expect([first, second].map((text) => text.match(/\[Permalink\]/g)?.length)).toEqual([500, 21]);
    long.close();
  });

  test("what changed since is an address, and so is a search", async () => {
    expect((await site.json<Stream>("/changes.json?since=2025-04")).items.map(({ after }) => after)).toEqual(["2025-08-01", "2025-08-01"]);
    expect((await site.json<Stream>("/changes.json?q=added:drills")).items.map(({ kind }) => kind)).toEqual(["new"]);
    expect((await site.json<Stream>("/changes.json?kind=restated")).total).toBe(0);
  });

  test("an empty stream and a wrong filter are told in words", async () => {
    expect(await site.text("/changes?since=2031")).toContain("No change is left");
    const wrong = await site.get("/changes.json?since=soon");
    expect([wrong.status, await wrong.json()]).toEqual([400, { error: expect.objectContaining({ code: "bad-request", sentence: expect.stringContaining("“since”") }) }]);
  });
});

describe("filters", () => {
  const PLACES = ["/changes", "/changes.json", "/changes.csv", "/changes.md", "/changes.atom", "/timeline", "/timeline.csv", "/milestones.csv", "/api/v1/changes", "/api/v1/meetings"];
  const refused = async (path: string): Promise<string> => {
    const answer = await site.get(path, { Accept: "application/json" });
    expect(answer.status, path).toBe(400);
    return JSON.parse(await answer.text()).error.sentence;
  };

  test.each(PLACES)("of %s refuse what is not known, each in one sentence", async (place) => {
    expect(await refused(`${place}?partnership=nope`)).toContain("there is no partnership “nope”");
    expect(await refused(`${place}?topic=nope`)).toContain("there is no topic “nope”");
    expect(await refused(`${place}?party=nope`)).toContain("there is no party “nope”");
    expect(await refused(`${place}?kind=nope`)).toContain("“kind” must be one of new");
    expect(await refused(`${place}?since=2025&until=2024-08`)).toContain("“since” is 2025, which is later than “until”, 2024-08");
    expect((await site.get(`${place}?since=2024-08&until=2024`)).status).toBe(200);
  });

  test("of comparisons, meetings, documents and briefs too", async () => {
    const pair = "/partnerships/aa-bb/compare/2024-06-01..2025-03-01";
    for (const path of [pair, `${pair}/changes.csv`, "/partnerships/aa-bb/2024-06-01", "/partnerships/aa-bb/2024-06-01/commitments.csv", "/partnerships/aa-bb", "/partnerships/aa-bb/threads.csv", "/api/v1/partnerships/aa-bb/threads", "/api/v1/commitments"]) expect(await refused(`${path}?topic=nope`)).toContain("there is no topic “nope”");
    for (const path of ["/documents", "/documents.csv", "/api/v1/documents", "/api/v1/brief?since=2024&"]) expect(await refused(`${path}${path.endsWith("&") ? "" : "?"}partnership=nope`)).toContain("there is no partnership “nope”");
  });

  test("forgive the letter case of a party", async () => {
    expect((await site.json<Stream>("/changes.json?party=dd")).total).toBe((await site.json<Stream>("/changes.json?party=DD")).total);
    expect(await site.text("/changes?party=dd")).toContain('href="/changes.atom?party=DD"');
  });

  test.each(["2025-3", "March 2025", "2025/3", "mar 2025"])("understand %s as a month", async (text) => {
    expect(await site.text(`/changes?since=${encodeURIComponent(text)}`)).toContain('href="/changes.atom?since=2025-03"');
  });

  test.each(["2025-03-1", "2025/3/1", "1 March 2025", "1 Mar 2025", "1st March 2025", "March 1, 2025"])("understand %s as a day", async (text) => {
    expect(await site.text(`/changes?since=${encodeURIComponent(text)}`)).toContain('name="since" value="2025-03-01"');
  });

  test.each(["1/8/2024", "2024-13", "30 February 2024", "soon"])("do not guess what %s is, and keep it to be mended", async (text) => {
    const answer = await site.get(`/changes?topic=data&since=${encodeURIComponent(text)}`);
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain(`<input id="r-since" name="since" value="${text}"`);
    expect(html).toContain('<form class="filters" action="/changes"');
    expect(html).toContain('<input id="r-topic" name="topic" value="data"');
  });
});

test("words that no change has are suggested as the archive spells them", async () => {
  expect(await site.text("/changes?q=semiconducters&topic=data")).toContain('<p>Nothing has “semiconducters” as it is written.</p><p><a href="/changes?topic=data&amp;q=semiconductors">Look for “semiconductors” instead</a>');
  expect(await site.text("/changes?q=semiconductors")).not.toContain("as it is written");
});

test("a page beyond the last says how many there are, and leads there", async () => {
  for (const [path, noun] of [["/changes", "changes"], ["/timeline", "partnerships"], ["/search?q=semiconductors", "commitments"], ["/documents", "documents"]] as const) {
    const html = await site.text(`${path}${path.includes("?") ? "&" : "?"}page=99`);
    expect(html).toMatch(new RegExp(`There is only 1 page of \\d+ ${noun}`));
    expect(html).toContain(`<a class="button" href="${path}">To the last page</a>`);
    expect(html).not.toContain("let through by all");
  }
});

describe("feeds", () => {
  const xml = async (path: string) => {
    const text = await site.text(path);
    expect(XMLValidator.validate(text)).toBe(true);
    return new XMLParser({ ignoreAttributes: false, isArray: (name) => ["entry", "item", "link"].includes(name) }).parse(text);
  };
  const day = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

  test("Atom is what RFC 4287 wants", async () => {
    const { feed } = await xml("/changes.atom");
    expect(feed["@_xmlns"]).toBe("http://www.w3.org/2005/Atom");
    expect(feed.title).toBe("Pactline: changes");
    expect(feed.updated).toMatch(day);
    expect(feed.author.name).toBe("Pactline");
    expect(feed.link.map((link: Record<string, string>) => [link["@_rel"], link["@_href"]])).toEqual([["self", `${ORIGIN}/changes.atom`], ["alternate", `${ORIGIN}/changes`], ["first", `${ORIGIN}/changes.atom`]]);
    const ids = feed.entry.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of feed.entry) {
      expect(entry.id).toMatch(/^tag:pactline\.example,2026:[0-9a-f]{12}-\d+-\d+\/(?:said|silent)$/);
      expect(entry.updated).toMatch(day);
      expect(entry.title).not.toBe("");
      expect(entry.link[0]["@_href"]).toMatch(/^https:\/\/pactline\.example\/partnerships\//);
      expect(entry.content["@_type"]).toBe("html");
    }
  });

  test("entries are told apart by their words, their partnership and their day", async () => {
    const { feed } = await xml("/changes.atom?partnership=aa-bb");
    const titles = feed.entry.map(({ title }: { title: string }) => title);
    expect(titles).toContain("Receded: cyber intended =SUM of cybersecurity drills (aa-bb, 1 March 2025)");
    expect(titles).toContain("Not mentioned again: chips intended semiconductors by 2025 (aa-bb, 1 June 2024)");
    expect(new Set(titles).size).toBe(titles.length);
  });

  test("a long feed goes on part by part, in every form", async () => {
    const long = openSite(["2023-05-01 aa-bb Geneva\nopening noted an opening\n", `2024-06-01 aa-bb Oslo\n${Array.from({ length: 60 }, (_, at) => `subject${at} committed a matter of number ${at}`).join("\n")}\n`]);
    const first = await long.json<{ next_url: string; items: { id: string }[] }>("/changes.feed.json");
    expect(first.items).toHaveLength(50);
    expect(first.next_url).toBe(`${ORIGIN}/changes.feed.json?page=2`);
    const second = await long.json<{ next_url?: string; items: { id: string }[] }>("/changes.feed.json?page=2");
    expect(second).not.toHaveProperty("next_url");
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(61);
    expect(await long.text("/changes.atom")).toContain(`<link rel="next" type="application/atom+xml" href="${ORIGIN}/changes.atom?page=2"/>`);
    expect(await long.text("/changes.rss?page=2")).toContain(`<atom:link rel="previous" type="application/rss+xml" href="${ORIGIN}/changes.rss"/>`);
    long.close();
  });

  test.each([
    ["kind=silent", "Pactline: commitments not mentioned again"],
    ["kind=new&topic=data&since=2024-08", "Pactline: new commitments on data, since August 2024"],
    ["partnership=aa-bb&until=2025", "Pactline: changes in aa-bb, until 2025"],
    ["q=added:drills", "Pactline: changes that added drills"],
    ["party=AA&q=drills", "Pactline: changes in partnerships with AA with the words drills"],
  ])("of %s is named in words that read well", async (query, title) => expect((await site.json<{ title: string }>(`/changes.feed.json?${query}`)).title).toBe(title));

  test("entries hold the redline, styled where it stands, and no live markup of a source", async () => {
    const { feed } = await xml("/changes.atom?partnership=aa-bb");
    const bodies: string[] = feed.entry.map((entry: { content: { "#text": string } }) => entry.content["#text"]);
    expect(bodies.some((body) => /<del style="[^"]+">explored<\/del>/.test(body) || body.includes("&lt;age&gt;"))).toBe(true);
    expect(bodies.join("")).not.toMatch(/<age>|class=/);
    expect(bodies.join("")).toContain("line-through");
  });

  test("RSS is what RSS 2.0 and its readers want", async () => {
    const { rss } = await xml("/changes.rss");
    expect(rss["@_version"]).toBe("2.0");
    const { channel } = rss;
    expect([channel.title, channel.link, channel.language]).toEqual(["Pactline: changes", [`${ORIGIN}/changes`], "en"]);
    expect(channel["atom:link"].map((link: Record<string, string>) => link["@_rel"])).toEqual(["self", "first"]);
    for (const item of channel.item) {
      expect(item.guid["@_isPermaLink"]).toBe("false");
      expect(item.guid["#text"]).toMatch(/^tag:/);
      expect(new Date(item.pubDate).toUTCString()).toBe(item.pubDate);
      expect(item["content:encoded"]).toContain("<blockquote");
    }
  });

  test("JSON Feed is version 1.1, with the ids of Atom", async () => {
    const feed = await site.json<{ version: string; feed_url: string; items: { id: string; content_html: string; date_published: string }[] }>("/changes.feed.json");
    const { feed: atom } = await xml("/changes.atom");
    expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
    expect(feed.items.map(({ id }) => id)).toEqual(atom.entry.map(({ id }: { id: string }) => id));
    expect(feed.items[0]?.date_published).toMatch(day);
  });

  test("a thread has feeds of its own", async () => {
    const id = site.reader.news({ kinds: ["advanced"] }, { offset: 0, limit: 1 }).items[0]?.afterCommitments[0]?.id ?? "";
    const { feed } = await xml(`/commitments/${id}/changes.atom`);
    expect(feed.title).toBe("Pactline: age committed age verification");
    expect(feed.entry).toHaveLength(1);
    expect((await site.get("/commitments/000000000000-1-2/changes.rss")).status).toBe(404);
  });

  test("who has it already is told so, by tag and by time", async () => {
    const first = await site.get("/changes.atom");
    const [tag, modified] = [first.headers.get("ETag") ?? "", first.headers.get("Last-Modified") ?? ""];
    expect(new Date(modified).toUTCString()).toBe(modified);
    expect((await site.get("/changes.atom", { "If-None-Match": tag })).status).toBe(304);
    expect((await site.get("/changes.atom", { "If-Modified-Since": modified })).status).toBe(304);
    expect((await site.get("/changes.atom", { "If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT" })).status).toBe(200);
  });

  test("pages name their feeds", async () => {
    expect(await site.text("/changes?topic=data")).toContain('<link rel="alternate" type="application/atom+xml" href="/changes.atom?topic=data" title="Atom">');
  });
});

describe("the brief", () => {
  test("is a page to copy from, and the same in every form", async () => {
    const html = await site.text("/brief?since=2025");
    expect(html).toContain('data-copy="brief"');
    expect(html).toContain("A commitment on data has receded from “committed” to “intended”.");
    expect(html).toContain("Before: “cyber committed cybersecurity drills”");
    expect(await site.text("/brief.md?since=2025")).toContain("> After: “cyber intended =SUM of cybersecurity drills”");
    expect(await site.text("/brief.txt?since=2025")).toContain("  after: “cyber intended =SUM of cybersecurity drills”");
    expect(await site.json("/brief.json?since=2025&partnership=aa-bb")).toMatchObject({ partnerships: [{ slug: "aa-bb" }] });
  });

  test("keeps the topic and the time of the stream that led to it", async () => {
    expect(await site.text("/changes?topic=data&since=2024&until=2025&kind=new")).toContain('href="/brief?since=2024&amp;until=2025&amp;topic=data"');
    expect(await site.json("/brief.json?since=2024&until=2024-06&topic=data")).toMatchObject({ partnerships: [{ slug: "aa-bb" }] });
    const html = await site.text("/brief?since=2024&until=2025&topic=data");
    expect(html).toContain('data-plain-from="/brief.txt?since=2024&amp;until=2025&amp;topic=data"');
    expect(html).toContain('data-copy-from="/brief.md?since=2024&amp;until=2025&amp;topic=data"');
    expect(html).toContain("Claims are found by rules");
    expect((await site.get("/brief?since=2024&until=soon")).status).toBe(400);
  });

  test("begins by itself, and refuses what is not there", async () => {
    expect(await site.text("/brief")).toContain("What governments told each other since 1 May 2023");
    expect((await site.get("/brief?partnership=nobody")).status).toBe(400);
  });

  test("takes days in its form as people write them", async () => {
    const html = await site.text("/brief?since=1%20June%202024");
    expect(html).toContain("since 1 June 2024");
    expect(html).toContain('title="A year, a month or a day: 2024, 2024-08, 2024-08-01 or 1 August 2024"');
    expect(html).not.toContain("pattern=");
  });
});

test("wordings that share hardly a word stand whole in a feed, too, one below the other", async () => {
  const own = openSite(["2024-05-01 aa-bb Geneva\nharbour explored a lighthouse for the northern islands\n", "2025-05-01 aa-bb Oslo\nharbour committed twelve cranes, four docks and pilots\n"]);
  expect(await own.text("/changes.rss")).toContain("&lt;b lang=&quot;en&quot;&gt;Before:&lt;/b&gt; harbour explored a lighthouse for the northern islands&lt;br&gt;&lt;b lang=&quot;en&quot;&gt;After:&lt;/b&gt; harbour committed twelve cranes, four docks and pilots&lt;/blockquote&gt;");
  own.close();
});

test("an editor's note stands beside its change in every form, and is said to be the editor's", async () => {
  const own = openSite();
  const [change] = own.reader.news({ kinds: ["advanced"] }, { offset: 0, limit: 1 }).items;
  own.note(change?.id ?? "", "Compare the <annex> too");
  expect(await own.text("/changes")).toContain("Compare the &lt;annex&gt; too");
  expect(await own.text("/changes.atom")).toContain("Compare the &amp;lt;annex&amp;gt; too");
  expect(await own.text("/changes.csv")).toContain("Compare the <annex> too (an editor)");
  expect(await own.text("/changes.md")).toContain("Editor’s note (an editor): Compare the \\<annex\\> too");
  expect((await own.json<Stream>("/changes.json?kind=advanced")).items[0]).toMatchObject({ note: { text: "Compare the <annex> too", author: "an editor" } });
  own.close();
});
