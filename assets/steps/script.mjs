/* Our own small scripts, minified; htmx stays a file of its own that only some pages load. */
import { readFileSync, writeFileSync } from "node:fs";
import * as esbuild from "esbuild";

export async function buildScript(out) {
  for (const name of ["wijknetwerk.js", "kept.js"]) {
    await esbuild.build({
      entryPoints: [`js/${name}`], outfile: out + name, bundle: true, minify: true,
      format: "esm", target: ["chrome111", "firefox113", "safari16.4"],
      banner: { js: "/*! Wijknetwerk, EUPL-1.2 */" },
    });
  }
  const { version } = JSON.parse(readFileSync("node_modules/htmx.org/package.json", "utf8"));
  const source = readFileSync("node_modules/htmx.org/dist/htmx.min.js", "utf8");
  const bare = source.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
  writeFileSync(`${out}htmx.js`, `/*! htmx ${version}, 0BSD: see licences/htmx.txt */\n${bare}`);
}
