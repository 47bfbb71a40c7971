/** Advertising and campaign parameters, by their names or the beginnings of them. */
const TRACKING_PARAM =
  /^(?:utm_\w*|gclid|gbraid|wbraid|dclid|fbclid|msclkid|mc_[ce]id|igshid|twclid|ttclid|yclid|_hs\w*|_ga|_gl|ref_src|s_cid|cid|trk|trkinfo|session_?id|sid|nonce|request_?id|correlation_?id)$/i;
const UUID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/gi;
const LONG_HEX = /\b[0-9a-f]{24,}\b/gi;
const LINK = /(\]\()([^)\s]+)/g;

/** What `change` makes of each absolute link target of a Markdown text; other targets stay. */
function eachLink(markdown: string, change: (url: URL) => void): string {
  return markdown.replace(LINK, (whole, opening: string, target: string) => {
    if (!URL.canParse(target)) return whole;
    const url = new URL(target);
    change(url);
    return `${opening}${url.href}`;
  });
}

export function removeQueryParams(markdown: string, params: readonly string[] | undefined): string {
  return eachLink(markdown, (url) => {
    if (params === undefined) url.search = "";
    else for (const name of params) url.searchParams.delete(name);
  });
}

export function removeFragments(markdown: string): string {
  return eachLink(markdown, (url) => {
    url.hash = "";
  });
}

/** An identifier in the path is replaced by `id`, so that the link still shows where it led. */
export function removeTrackingIds(markdown: string): string {
  return eachLink(markdown, (url) => {
    for (const name of [...url.searchParams.keys()]) {
      const value = url.searchParams.get(name) ?? "";
      if (TRACKING_PARAM.test(name) || value.replace(UUID, "") !== value) url.searchParams.delete(name);
    }
    url.pathname = url.pathname.replace(UUID, "id").replace(LONG_HEX, "id");
  });
}
