/**
 * Page models to HTML: one Eta instance for the whole program, which compiles each template once. Templates find the page
 * under `it.page`, the site under `it.site`, and what a partial is given under `it.part`.
 */
import { Eta } from "eta";
import type { Page, Site } from "./page.ts";

export type Render = (page: Page, site: Site) => string;
/** A text that is no page: a feed, its entries, a picture, a letter. */
export type Fragment = (template: string, part: object) => string;

export interface Renderer {
  readonly render: Render;
  readonly fragment: Fragment;
}

/** A partial stands within a line; the line break that ends its file must not. */
const WITHOUT_LAST_LINE_BREAK = { processTemplate: (template: string): string => template.replace(/\n$/, "") };

/** A renderer of the templates in this folder. */
export function createRenderer(folder: string): Renderer {
  const eta = new Eta({ views: folder, cache: true, autoTrim: ["nl", "nl"], plugins: [WITHOUT_LAST_LINE_BREAK] });
  // Names begin at the folder, whoever includes them; a page includes hundreds, and to look for each takes longer than to fill it.
  const [find, found] = [eta.resolvePath.bind(eta), new Map<string, string>()];
  eta.resolvePath = (template) => {
    const path = found.get(template) ?? find(template);
    found.set(template, path);
    return path;
  };
  return { render: (page, site) => eta.render(`/${page.template}`, { page, site }), fragment: (template, part) => eta.render(`/${template}`, { part }) };
}
