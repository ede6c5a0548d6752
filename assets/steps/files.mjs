/* Files that go over as they are: logo, licences. Fonts are made by fonts.py. */
import { copyFileSync } from "node:fs";

const LICENCES = {
  "tabler-icons.txt": "@tabler/icons/LICENSE",
  "htmx.txt": "htmx.org/LICENSE",
  "leaflet.txt": "leaflet/LICENSE",
  "source-sans-3.txt": "source-sans/LICENSE.md",
  "nl-design-system-candidate.txt": "@nl-design-system-candidate/button-css/LICENSE.md",
  "nl-design-system-utrecht.txt": "@utrecht/form-field-css/LICENSE.md",
  "voorbeeld-design-tokens.txt": "@nl-design-system-unstable/voorbeeld-design-tokens/LICENSE.md",
};

export function copyFiles(out) {
  for (const [name, source] of Object.entries(LICENCES)) {
    copyFileSync(`node_modules/${source}`, `${out}licences/${name}`);
  }
  copyFileSync("svg/logo.svg", `${out}logo.svg`);
  copyFileSync("svg/favicon.svg", `${out}favicon.svg`);
}
