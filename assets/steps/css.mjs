/* One style sheet: NL Design System components, their tokens, and our own on top. */
import { writeFileSync } from "node:fs";
import * as esbuild from "esbuild";
import postcss from "postcss";

const VARIABLE = /var\(\s*(--[\w-]+)/g;
const BANNER =
  "/*! Wijknetwerk, EUPL-1.2. Contains NL Design System components and tokens (EUPL-1.2): see licences/ */\n";

/** The theme's tokens belong to the whole page, so that no template has to carry its class. */
function themeOnRoot(root) {
  root.walkRules(".voorbeeld-theme", (rule) => {
    rule.selector = ":root";
  });
}

/** Of tokens declared twice on :root (the theme's, then ours) only the last one counts. */
function dropOverridden(root) {
  const last = new Map();
  root.each((rule) => {
    if (rule.type !== "rule" || rule.selector !== ":root") return;
    rule.walkDecls(/^--/, (declaration) => {
      last.get(declaration.prop)?.remove();
      last.set(declaration.prop, declaration);
    });
  });
}

/** Custom properties that no ordinary declaration can reach, directly or through others. */
function dropUnreachable(root) {
  const uses = new Map();
  const reached = new Set();
  const queue = [];
  root.walkDecls((declaration) => {
    const names = [...declaration.value.matchAll(VARIABLE)].map((match) => match[1]);
    if (!declaration.prop.startsWith("--")) queue.push(...names);
    else uses.set(declaration.prop, [...(uses.get(declaration.prop) ?? []), ...names]);
  });
  while (queue.length) {
    const name = queue.pop();
    if (reached.has(name)) continue;
    reached.add(name);
    queue.push(...(uses.get(name) ?? []));
  }
  root.walkDecls(/^--/, (declaration) => {
    if (!reached.has(declaration.prop)) declaration.remove();
  });
}

/** Variants that none of our components uses; their tokens become unreachable with them. */
const UNUSED =
  /--(busy|placeholder|arrows|house|iban|voorvoegsel|positive|alternate|sticky|hint|pressed|icon-only)|__(placeholder|marker|actions)|--(focus|hover|active|focus-visible|disabled|read-only|indeterminate)(?![\w-])|--level-[456]|--numeric|--selected|header-cell-button|placeholder-(ltr|rtl)|--ok-|\[disabled|:disabled|custom-checkbox--|\.utrecht-button/;

function dropUnusedRules(root) {
  root.walkRules((rule) => {
    if (rule.parent.name?.endsWith("keyframes") || rule.selector === ":root") return;
    const kept = rule.selectors.filter((selector) => !(/utrecht-|nl-/.test(selector) && UNUSED.test(selector)));
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
}

function dropEmpty(root) {
  root.walkRules((rule) => rule.nodes.length === 0 && rule.remove());
  root.walkAtRules("media", (rule) => rule.nodes.length === 0 && rule.remove());
}

export async function buildCss(out) {
  const bundled = await esbuild.build({
    entryPoints: ["css/index.css"],
    bundle: true,
    write: false,
    external: ["*.woff2"],
    legalComments: "none",
  });
  const root = postcss.parse(bundled.outputFiles[0].text);
  themeOnRoot(root);
  dropOverridden(root);
  dropUnusedRules(root);
  dropUnreachable(root);
  dropEmpty(root);
  if (process.env.SHOW_COLOURS) showColours(root);
  const small = await esbuild.transform(root.toString(), {
    loader: "css", minify: true, target: ["chrome111", "firefox113", "safari16.4"],
  });
  writeFileSync(`${out}wijknetwerk.css`, BANNER + small.code);
}

/** For whoever changes the theme: the tokens that still lead to a colour of the theme itself. */
function showColours(root) {
  root.walkDecls(/^--/, (declaration) => {
    if (/^--basis-color|^--voorbeeld/.test(declaration.prop)) console.log(`${declaration.prop}: ${declaration.value}`);
  });
}
