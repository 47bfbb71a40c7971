/** A page with terms of our own, long enough to be taken for a document. */
const CLAUSES = [
  "These terms bind everyone who uses the service, from the day on which an account is made.",
  "You keep all rights to what you write, and you give us the right to show it to those you share it with.",
  "We keep your conversations for 30 days after you delete them, and then they are erased from our servers.",
  "We do not use your conversations to train our models unless you have allowed it in your settings.",
  "You may close your account at any time; we may close it if you break these terms.",
  "We tell you of changes of these terms by e-mail at least 30 days before they bind you.",
  "The law of the country in which you live applies, and its courts decide.",
];

export function termsText(
  subject: string,
  replaced: Readonly<Record<number, string>> = {},
): readonly string[] {
  const clauses = CLAUSES.map((clause, index) => replaced[index] ?? clause);
  return [`Terms of ${subject}`, ...clauses.map((clause, index) => `${index + 1}. ${clause}`)];
}

export function termsPage(
  subject: string,
  replaced: Readonly<Record<number, string>> = {},
  id = "x",
): string {
  const [title = "", ...paragraphs] = termsText(subject, replaced);
  const body = paragraphs.map((text) => `<p>${text}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/home/${id}">Home</a></nav><main><h1>${title}</h1>\n${body}\n<p><a href="/mail/${id}">Write to us</a></p></main></body></html>`;
}
