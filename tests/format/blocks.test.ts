/** Blocks of texts marked up in all the ways that people mark them. */
import { describe, expect, it } from "vitest";
import { readBlocks } from "../../snapshots/format/blocks.ts";

import { opened } from "../reading/opened.ts";

/** `kind level: text` of each block, the marker in brackets. */
const blocks = (text: string): string[] => readBlocks(text).map(({ kind, level, marker, text: words }) => `${kind}${level > 0 ? ` ${level}` : ""}: ${marker === null ? "" : `[${marker}] `}${words}`);

describe("headings", () => {
  it.each([
    ["# Trade\n\nText goes on.", "heading 1: Trade"],
    ["### Trade ###\n\nText goes on.", "heading 3: Trade"],
    ["# #\n\n# Trade\n\nText goes on.", "heading 1: Trade"],
    ["Trade\n=====\n\nText goes on.", "heading 1: Trade"],
    ["Trade and Work\n-----\n\nText goes on.", "heading 2: Trade and Work"],
    ["**Trade and Work**\n\nText goes on.", "heading 3: Trade and Work"],
    ["**Trade and Work**\nText goes on.", "heading 3: Trade and Work"],
    ["**<u>Trade and Work</u>**\n\nText goes on.", "heading 3: Trade and Work"],
    ["<u>Trade and\nWork</u>\n\nText goes on.", "heading 3: Trade and Work"],
    ["TRADE AND WORK\n\nText goes on.", "heading 3: TRADE AND WORK"],
    ["Trade and Work\n\nText goes on.", "heading 3: Trade and Work"],
    ["**Trade.** Text goes on.", "heading 3: Trade."],
    ["**Trade:** Text goes on.", "heading 3: Trade:"],
  ])("%j begins with %s", (text, expected) => {
    expect(blocks(text)).toEqual([expected, "paragraph: Text goes on."]);
  });

  it("are not sentences, however short", () => {
    expect(blocks("Ministers met today.")).toEqual(["paragraph: Ministers met today."]);
    expect(blocks("Ministers of the two sides met")).toEqual(["paragraph: Ministers of the two sides met"]);
  });
});

describe("paragraphs and lists", () => {
  it.each([
    ["a paragraph wrapped at 72 columns", "The two sides agreed to work together\non bees, by the end of\n2031. They will meet again.", ["paragraph: The two sides agreed to work together on bees, by the end of 2031. They will meet again."]],
    ["nested bullets", "-   One\n    wrapped\n    -   Two\n        -   Three\n-   Four", ["item 1: [-] One wrapped", "item 2: [-] Two", "item 3: [-] Three", "item 1: [-] Four"]],
    ["bullets with comments between them", "-   One;\n\n<!-- -->\n\n-   Two;", ["item 1: [-] One;", "item 1: [-] Two;"]],
    ["numbered points", "1. One\n2. Two\n\n10. Ten", ["item 1: [1.] One", "item 1: [2.] Two", "item 1: [10.] Ten"]],
    ["lettered points", "(a) one thing\n(b) another\n\na. First, a third", ["item 1: [(a)] one thing", "item 1: [(b)] another", "item 1: [a.] First, a third"]],
    ["bullets of other shapes", "• One\n• Two\n· Three", ["item 1: [•] One", "item 1: [•] Two", "item 1: [·] Three"]],
    ["non-breaking spaces", "The\u00a0two sides\u00a0\nmet.", ["paragraph: The two sides met."]],
    ["a quotation", "> We are\n> glad.\n\nThey met.", ["quotation: We are glad.", "paragraph: They met."]],
    ["rules of any dash", "They met.\n\n—\n\n————————-\n\n\\###\n\nThey parted.", ["paragraph: They met.", "paragraph: They parted."]],
    ["a dash inside a wrapped paragraph", "They met\n– at last – in May.", ["paragraph: They met – at last – in May."]],
    ["Windows line ends", "One.\r\n\r\n- Two\r\n- Three\r\n", ["paragraph: One.", "item 1: [-] Two", "item 1: [-] Three"]],
  ])("%s are read", (_, text, expected) => {
    expect(blocks(text)).toEqual(expected);
  });
});

describe("markup inside a block", () => {
  it.each([
    ["the [Joint Roadmap](https://example.org/a_(b).html) of May", "the Joint Roadmap of May"],
    ["call [us](tel:1-800) or see [this](../there/index.md)", "call us or see this"],
    ["[sic] and a note (2021)", "[sic] and a note (2021)"],
    ["a 10<sup>th</sup> meeting &amp; more", "a 10th meeting & more"],
    ["snake_case and 5 * 3 stay", "snake_case and 5 * 3 stay"],
    ["a \\*star\\* and A\\*STAR", "a *star* and A*STAR"],
    ["*so* **bold** __it__ is", "so bold it is"],
    ["**unclosed bold goes on", "unclosed bold goes on"],
    ["<u>unclosed tag goes on and on", "unclosed tag goes on and on"],
    ["an [unclosed link](https://example.org", "an [unclosed link](https://example.org"],
    ["soft\u00adhyphen and zero\u200bwidth", "softhyphen and zerowidth"],
  ])("%j reads %j", (text, expected) => {
    expect(readBlocks(`The text has ${text}.`).map((block) => block.text)).toEqual([`The text has ${expected}.`]);
  });
});

describe("a document", () => {
  it.each([
    ["---\ntitle: From above\n---\n# Inside\n\nText.", "From above"],
    ["# Inside\n\nText.", "Inside"],
    ["Ministers of Norland met. They talked.", "Ministers of Norland met"],
    ["NORBURG, 3 May 2031 – Ministers of Norland met. They talked.", "Ministers of Norland met"],
    [" date 2031-02-03 Ministers met Dr. Vivian Olsen of the U.S. Department of Bees. They talked.", "Ministers met Dr. Vivian Olsen of the U.S. Department of Bees"],
  ])("%j has the title %j", (text, title) => {
    expect(opened(text).title).toBe(title);
  });

  it("keeps a long first sentence short at a word's end", () => {
    const { title } = opened(`Ministers of ${"Norland and ".repeat(30)}Sudmark met.`);
    expect(title.length).toBeLessThan(145);
    expect(title).toMatch(/(?:Norland|and) …$/);
  });

  it.each([
    ["Korea, New Zealand seal upgrade of trade ties\n\nBy Our Correspondent\nWellington | 3 Oct 2025\n\nSouth Korea and New Zealand have agreed to lift their ties after talks in Auckland.", "en"],
    ["The two sides agreed to work together on the safety of ships and on the schools of both countries.", "en"],
    ["STATEMENT\n\nBoth sides agreed to build a bridge in Tromsø.", "en"],
    ["Partene ble enige om å bygge en bro i Tromsø og om å dele kostnadene.", "no"],
    ["Los dos países acordaron trabajar juntos en la seguridad de los barcos y en las escuelas de ambos países.", "es"],
    ["Les deux pays ont décidé de travailler ensemble à la sécurité des navires et aux écoles des deux pays.", "fr"],
    ["Os dois países concordaram em trabalhar juntos na segurança dos navios e nas escolas de ambos os países.", "pt"],
  ])("in its language: %j", (text, language) => {
    expect(opened(text).language).toBe(language);
  });

  it.each(["<<: *a\ndate: 2025-01-01", "a: &a [*b]\nb: &b [*a]"])("tells front matter that refers to what is not there: %j", (yaml) => {
    expect(opened(`---\n${yaml}\n---\n\nThey met.`).diagnostics.map(({ code }) => code)).toContain("broken-front-matter");
  });

  it("tells broken front matter and goes on", () => {
    expect(opened("---\ntitle: [a\n---\nText.").diagnostics.map(({ code }) => code)).toEqual(["broken-front-matter"]);
  });

  it("marks contacts and everything under 'For more information'", () => {
    const { blocks: read } = opened("They met.\n\n**For more information**\n\nA page about it\n\nPress contact: The office");
    expect(read.map(({ kind }) => kind)).toEqual(["paragraph", "boilerplate", "boilerplate", "boilerplate"]);
  });
});

