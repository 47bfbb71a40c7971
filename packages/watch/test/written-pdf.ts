/** A small PDF written by hand: each line at a size, an x and a y in points. */
export interface PdfLine {
  readonly text: string;
  readonly size?: number;
  readonly y: number;
}

/** `locked` adds an encryption dictionary whose password nobody knows. */
export function writtenPdf(pages: readonly (readonly PdfLine[])[], isLocked = false): Uint8Array {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""];
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  const kids: string[] = [];
  for (const lines of pages) {
    const drawn = lines.map(({ text, size = 10, y }) => {
      const escaped = text.replace(/[\\()]/g, "\\$&");
      return `BT /F1 ${size} Tf 1 0 0 1 50 ${y} Tm (${escaped}) Tj ET`;
    });
    const stream = drawn.join("\n");
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    const content = objects.length;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`;
  const key = "41".repeat(32);
  if (isLocked) objects.push(`<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`);
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${`${offset}`.padStart(10, "0")} 00000 n \n`).join("");
  const locks = isLocked ? ` /Encrypt ${objects.length} 0 R /ID [<00> <00>]` : "";
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${locks} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}
