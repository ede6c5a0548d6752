/* Builds everything in src/wijknetwerk/core/static/core that is not written by hand there.
 *
 *   npm ci && npm run build
 *
 * The results are committed, so that running the platform needs no Node. Each step prints what
 * it made; the build fails when a text pair has too little contrast or a budget is passed. */
import { mkdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { checkContrast } from "./steps/contrast.mjs";
import { buildCss } from "./steps/css.mjs";
import { buildDrawings } from "./steps/drawings.mjs";
import { copyFiles } from "./steps/files.mjs";
import { buildIcons } from "./steps/icons.mjs";
import { buildMap } from "./steps/map.mjs";
import { buildScript } from "./steps/script.mjs";

const OUT = new URL("../src/wijknetwerk/core/static/core/", import.meta.url).pathname;
const BUDGET_GZIP = { "wijknetwerk.css": 32_000, "wijknetwerk.js": 4_000, "kept.js": 3_000, "icons.svg": 16_000, "map.js": 45_000, "map.css": 4_000, "netherlands.json": 40_000 };

mkdirSync(`${OUT}fonts`, { recursive: true });
mkdirSync(`${OUT}licences`, { recursive: true });

checkContrast();
await buildCss(OUT);
await buildScript(OUT);
await buildMap(OUT);
buildIcons(OUT);
copyFiles(OUT);
buildDrawings(OUT);

for (const name of ["wijknetwerk.css", "wijknetwerk.js", "kept.js", "icons.svg", "htmx.js", "map.js", "map.css", "netherlands.json"]) {
  const bytes = readFileSync(OUT + name);
  const size = gzipSync(bytes, { level: 9 }).length;
  console.log(`${name}: ${bytes.length} bytes, ${size} gzip`);
  if (size > (BUDGET_GZIP[name] ?? Infinity)) throw new Error(`${name} is over its budget`);
}
