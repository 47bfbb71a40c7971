/**
 * Script + styles -> **the page's frame** -> writeReport
 *
 * The data, which is streamed, goes between the two parts.
 */
import { clientBundle } from "./client-bundle.ts";
import { strictPage } from "./strict-page.ts";
import { styleSheet } from "./style/style-sheet.ts";

export interface Frame {
  /** Up to where the data goes. */
  readonly before: string;
  /** From after the data to the end. */
  readonly after: string;
}

const APP = `<div id="app"><p class="loading" role="status">Reading the report…</p></div>\n`;

export function pageFrame(title: string): Frame {
  const page = strictPage({ title, style: styleSheet(), script: clientBundle(), body: APP });
  const cut = page.indexOf(APP) + APP.length;
  return { before: page.slice(0, cut), after: page.slice(cut) };
}
