/* map.js and map.css: Leaflet with our own script and look, for the one page that shows a map. */
import { readFileSync, writeFileSync } from "node:fs";
import * as esbuild from "esbuild";
import postcss from "postcss";

const TARGET = ["chrome111", "firefox113", "safari16.4"];
const UNUSED = /layers|tooltip|scale|attribution|zoom-box|vml|shadow|image-layer|leaflet-div-icon|oldie|draggable|crosshair|default-icon/;

export async function buildMap(out) {
  const { version } = JSON.parse(readFileSync("node_modules/leaflet/package.json", "utf8"));
  const banner = `/*! Wijknetwerk, EUPL-1.2. Contains Leaflet ${version}, BSD-2-Clause: see licences/leaflet.txt */`;
  await esbuild.build({
    entryPoints: ["js/map.js"], outfile: `${out}map.js`, bundle: true, minify: true, treeShaking: true, legalComments: "none",
    format: "esm", target: TARGET, banner: { js: banner },
  });
  const css = await esbuild.build({
    entryPoints: ["css/map.css"], bundle: true, write: false, loader: { ".png": "empty" }, external: ["*.png"], legalComments: "none",
  });
  const root = postcss.parse(css.outputFiles[0].text);
  root.walkRules((rule) => {
    rule.selectors = rule.selectors.filter((selector) => !UNUSED.test(selector));
    if (rule.selectors.join("") === "") rule.remove();
  });
  root.walkDecls((declaration) => /url\(|progid|-ms-|-moz-/.test(declaration.value + declaration.prop) && declaration.remove());
  root.walkComments((comment) => comment.remove());
  root.walkRules((rule) => rule.nodes.length === 0 && rule.remove());
  const small = await esbuild.transform(root.toString(), { loader: "css", minify: true, target: TARGET });
  writeFileSync(`${out}map.css`, `${banner}\n${small.code}`);
}
