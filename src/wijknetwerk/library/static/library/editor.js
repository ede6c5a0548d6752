/*! Wijknetwerk, EUPL-1.2. Buttons that write Markdown into the field they belong to. Without
    scripts the field works as it is; the buttons stay hidden then. */
for (const bar of document.querySelectorAll("[data-toolbar]")) {
  const area = document.getElementById(bar.dataset.toolbar);
  if (area) begin(bar, area);
}

function begin(bar, area) {
  area.before(bar);
  const buttons = [...bar.querySelectorAll("button")];
  // One stop for the Tab key; arrows go along the buttons.
  const go = (to) => {
    buttons.forEach((one) => { one.tabIndex = one === to ? 0 : -1; });
    to.focus();
  };
  buttons.forEach((one, at) => { one.tabIndex = at ? -1 : 0; });
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at < 0 || (!step && event.key !== "Home" && event.key !== "End")) return;
    event.preventDefault();
    const last = buttons.length - 1;
    const next = event.key === "Home" ? 0 : event.key === "End" ? last : at + step;
    go(buttons[(next + buttons.length) % buttons.length]);
  });
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) act(button.dataset.mark, area, button.dataset.words || "");
  });
  area.addEventListener("keydown", (event) => {
    const mark = { b: "bold", i: "italic", k: "link" }[event.key.toLowerCase()];
    if (!mark || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const button = bar.querySelector(`[data-mark=${mark}]`);
    if (!button) return;
    event.preventDefault();
    act(mark, area, button.dataset.words || "");
  });
  document.addEventListener("click", (event) => {
    const place = event.target instanceof Element ? event.target.closest("[data-place]") : null;
    if (!place) return;
    write(area, area.selectionEnd, area.selectionEnd, `\n\n![](${place.dataset.place})\n\n`);
  });
}

function act(mark, area, words) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const chosen = value.slice(start, end) || words;
  if (mark === "undo") {
    area.focus();
    document.execCommand("undo");
  } else if (mark === "bold") wrap(area, start, end, "**", chosen);
  else if (mark === "italic") wrap(area, start, end, "*", chosen);
  else if (mark === "link") {
    write(area, start, end, `[${chosen}](https://)`);
    const at = start + chosen.length + 3;
    area.setSelectionRange(at, at + 8);
  } else if (mark === "heading") lines(area, () => "## ");
  else if (mark === "list") lines(area, () => "- ");
  else if (mark === "steps") lines(area, (at) => `${at + 1}. `);
  else if (mark === "picture") {
    const field = document.getElementById("id_picture");
    field.scrollIntoView({ block: "center" });
    field.focus();
  }
}

function wrap(area, start, end, sign, chosen) {
  write(area, start, end, sign + chosen + sign);
  area.setSelectionRange(start + sign.length, start + sign.length + chosen.length);
}

function lines(area, sign) {
  const { value } = area;
  const begin = value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const found = value.indexOf("\n", area.selectionEnd);
  const end = found < 0 ? value.length : found;
  const bare = value.slice(begin, end).split("\n").map((line) => line.replace(/^(#+ |- |\d+\. )/, ""));
  write(area, begin, end, bare.map((line, at) => sign(at) + line).join("\n"));
}

// Typed as a person types, so that the browser's own undo takes it back.
function write(area, start, end, text) {
  area.focus();
  area.setSelectionRange(start, end);
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
