/* Text on its ground: at least 4.5:1 in both schemes; shapes and borders of controls 3:1. */
import { readFileSync } from "node:fs";

const TEXT = [
  ["ink", "paper"], ["ink", "card"], ["ink", "tint"], ["soft", "paper"], ["soft", "card"], ["soft", "tint"],
  ["green", "paper"], ["green", "card"], ["green", "tint"], ["green-dark", "paper"], ["green-dark", "tint"],
  ["on-do", "do"], ["on-do", "do-hover"], ["on-bar", "bar"], ["on-sun-tint", "sun-tint"],
  ["red", "paper"], ["red", "card"], ["red", "red-tint"], ["red-dark", "red-tint"], ["ink", "red-tint"], ["card", "red"], ["card", "red-dark"],
  ["ink", "blue-tint"], ["on-blue-tint", "blue-tint"], ["ink", "sun-tint"],
];
const SHAPES = [
  ["control", "card"], ["control", "paper"], ["on-phase", "phase-1"], ["on-phase", "phase-2"],
  ["on-phase", "phase-3"], ["on-phase", "phase-4"], ["sun", "bar"],
];

function luminance(hex) {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function schemes() {
  const css = readFileSync("css/colours.css", "utf8");
  const [light, dark] = css.split("@media (prefers-color-scheme: dark)");
  const read = (text) => Object.fromEntries([...text.matchAll(/--wn-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
  return { light: read(light), dark: { ...read(light), ...read(dark) } };
}

export function checkContrast() {
  for (const [name, colours] of Object.entries(schemes())) {
    for (const [pairs, least] of [[TEXT, 4.5], [SHAPES, 3]]) {
      const worded = pairs.map(([front, ground]) => {
        const found = ratio(colours[front], colours[ground]);
        if (found < least) throw new Error(`${name}: ${front} on ${ground} is ${found.toFixed(2)}, needs ${least}`);
        return `${front}/${ground} ${found.toFixed(1)}`;
      });
      console.log(`${name} (>= ${least}): ${worded.join(", ")}`);
    }
  }
}
