/* Keys at the desk; without them everything works by Tab. j/k or arrows: from row to row; Enter opens, because the row's own
 * link has the focus; n: a new request; /: search; ?: which keys there are. They can be turned off (WCAG 2.1.4). */
const OFF = "wn-desk-keys-off";
const dialog = document.getElementById("desk-keys");
const search = document.getElementById("id_q");
const rows = [...document.querySelectorAll("[data-desk-row]")];

function isOff() {
  try {
    return localStorage.getItem(OFF) === "yes";
  } catch {
    return false;
  }
}

function move(by) {
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const to = at < 0 ? (by > 0 ? 0 : -1) : at + by;
  const row = rows[to];
  if (!row) return;
  row.querySelector("[data-open]").focus();
  row.scrollIntoView({ block: "nearest" });
}

const DO = {
  j: () => move(1),
  k: () => move(-1),
  n: () => document.querySelector('[data-key="n"]')?.click(),
  "/": () => search?.focus(),
  "?": () => dialog?.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || dialog?.open) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  const inRow = event.target.closest("[data-desk-row]");
  const arrow = inRow && { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const act = arrow ? () => move(arrow) : isOff() && event.key !== "?" ? null : DO[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

const turn = document.querySelector("[data-keys-switch]");
function say() {
  if (turn) turn.querySelector(".nl-button__label").textContent = isOff() ? turn.dataset.on : turn.dataset.off;
}
turn?.addEventListener("click", () => {
  try {
    if (isOff()) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "yes");
  } catch {
    /* a browser that keeps nothing: the keys stay on */
  }
  say();
});
say();
