/* icons.svg: one symbol per name in svg/icons.txt, from Tabler's outline set, plus our own logo. */
import { readFileSync, writeFileSync } from "node:fs";

const TABLER = "node_modules/@tabler/icons/icons/outline/";
const FRAME = /<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/;

function symbol(name, tabler) {
  const source = readFileSync(`${TABLER}${tabler}.svg`, "utf8");
  const inner = source.slice(source.indexOf(">", source.indexOf("<svg")) + 1, source.lastIndexOf("</svg>"));
  const shapes = inner.replace(FRAME, "").replace(/\s*\n\s*/g, "").replace(/" \/>/g, '"/>');
  return (
    `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"` +
    ` stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`
  );
}

export function buildIcons(out) {
  const names = readFileSync("svg/icons.txt", "utf8").split("\n").map((line) => line.replace(/#.*/, "").trim());
  const symbols = names.filter(Boolean).map((line) => {
    const [name, tabler = name] = line.split(/\s*=\s*/);
    return symbol(name, tabler);
  });
  const logo = readFileSync("svg/logo.svg", "utf8");
  const mark = logo.slice(logo.indexOf(">", logo.indexOf("<svg")) + 1, logo.lastIndexOf("</svg>"));
  symbols.push(`<symbol id="logo" viewBox="0 0 34 34">${mark.replace(/\s*\n\s*/g, "")}</symbol>`);
  writeFileSync(
    `${out}icons.svg`,
    `<svg xmlns="http://www.w3.org/2000/svg"><!-- Tabler Icons, MIT: see licences/tabler-icons.txt -->\n${symbols.join("\n")}\n</svg>\n`,
  );
  console.log(`icons.svg: ${symbols.length} symbols`);
}
