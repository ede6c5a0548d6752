/* Drawings for paper (typst reads files, not our macros): the shapes of components/drawings.html with
 * the light colours written in, and the four icons of the route in white. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const MACRO = "../src/wijknetwerk/core/jinja2/core/components/drawings.html";
const TABLER = "node_modules/@tabler/icons/icons/outline/";
const ROUTE = { explore: "compass", shape: "pencil", deepen: "plant-2", anchor: "anchor" };
const ROUND = 'stroke-linecap="round" stroke-linejoin="round"';

function paints() {
  const light = readFileSync("css/colours.css", "utf8").split("@media")[0];
  const colour = (name) => light.match(new RegExp(`--wn-${name}: (#[0-9a-f]{6})`))[1];
  return {
    wall: `fill="${colour("card")}"`,
    warm: `fill="${colour("sun-tint")}"`,
    door: `fill="${colour("green")}"`,
    ground: `fill="${colour("tint")}"`,
    sun: `fill="${colour("sun")}"`,
    line: `fill="none" stroke="${colour("ink")}" stroke-width="4" ${ROUND}`,
    dots: `fill="none" stroke="${colour("sun")}" stroke-width="8" stroke-dasharray="0.1 18" ${ROUND}`,
  };
}

export function buildDrawings(out) {
  const folder = `${out}drawings/`;
  mkdirSync(folder, { recursive: true });
  const paint = paints();
  const macro = readFileSync(MACRO, "utf8");
  for (const [, name, shapes] of macro.matchAll(/name == "(\w+)" -%\}([\s\S]*?)\{%-/g)) {
    const painted = shapes.trim().replace(/class="(\w+)"/g, (_whole, kind) => paint[kind]);
    writeFileSync(`${folder}${name}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 482 320">\n${painted}\n</svg>\n`);
  }
  for (const [phase, icon] of Object.entries(ROUTE)) {
    const source = readFileSync(`${TABLER}${icon}.svg`, "utf8").replaceAll("currentColor", "#ffffff");
    writeFileSync(`${folder}route-${phase}.svg`, source);
  }
}
