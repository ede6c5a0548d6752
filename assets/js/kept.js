/* Nothing typed is lost, and nothing stays readable on a screen that somebody left. Loaded by pages
 * with a form that keeps a draft (form[data-draft]: the address that keeps it) or that shut by
 * themselves ([data-lock]). Every page works without it: the rules are the server's. */

const EVERY = 3000; // what is typed is kept this often
const AGAIN = 5000; // after a line that dropped
const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
let csrf = token();

/* Drafts */

const forms = new Map();

class Typed {
  constructor(form) {
    this.form = form;
    this.note = form.querySelector("[data-draft-note]");
    this.url = form.dataset.draft;
    this.waits = this.leaves = false;
    this.running = Promise.resolve("kept");
    form.addEventListener("input", () => this.later(EVERY));
    form.addEventListener("change", () => this.later(EVERY));
    form.addEventListener("submit", (event) => this.send(event));
  }

  later(time) {
    this.unkept = true;
    if (this.waits || this.leaves) return;
    this.waits = true;
    setTimeout(() => {
      this.waits = false;
      if (this.unkept && !this.leaves) this.keep();
    }, time);
  }

  body() {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (typeof value === "string") body.append(name, value);
    return body;
  }

  /** What came of it: kept, offline, out (signed out) or shut (it can't be kept any more). */
  keep() {
    if (this.form.isConnected) this.last = this.body();
    this.unkept = false;
    this.running = this.running.then(() => post(this.url, this.last)).then((came) => {
      if (came === "offline") this.later(AGAIN);
      this.says(came);
      return came;
    });
    return this.running;
  }

  says(came) {
    const said = this.note.dataset[came];
    if (this.note.textContent !== said) this.note.textContent = said;
    this.note.hidden = false;
  }

  /** Kept first, then sent: a line that drops in between loses nothing. */
  async send(event) {
    if (this.leaves) return;
    event.preventDefault();
    event.stopPropagation();
    const came = await this.keep();
    if (came === "offline") this.says("unsent");
    else if (came !== "out") {
      this.leaves = true;
      setTimeout(() => (this.leaves = false), 4000);
      this.form.requestSubmit(event.submitter ?? undefined);
    }
  }
}

async function post(url, body) {
  try {
    const answer = await fetch(url, { method: "POST", body, redirect: "manual" });
    if (answer.ok) return "kept";
    return answer.type === "opaqueredirect" || answer.status === 401 ? "out" : "shut";
  } catch {
    return "offline";
  }
}

for (const form of document.querySelectorAll("form[data-draft]")) forms.set(form, new Typed(form));
window.addEventListener("online", () => {
  for (const typed of forms.values()) if (typed.unkept) typed.keep();
  for (const field of document.querySelectorAll("[data-unkept]")) window.htmx?.trigger(field, "again");
});

/* Paragraphs that keep themselves (htmx) say so when they could not. */

function paragraph(field, came) {
  const note = field.closest("form")?.querySelector("[data-draft-note]");
  if (!note) return;
  field.toggleAttribute("data-unkept", came !== "kept");
  note.textContent = came === "kept" ? "" : note.dataset[came];
  note.hidden = came === "kept";
}
document.addEventListener("htmx:error", ({ target }) => {
  paragraph(target, "offline");
  setTimeout(() => target.isConnected && window.htmx.trigger(target, "again"), AGAIN);
});
document.addEventListener("htmx:after:request", (event) => {
  const { status } = event.detail.ctx.response;
  if (status >= 400) event.preventDefault(); // a refusal is no piece of this page
  paragraph(event.target, status < 400 ? "kept" : status === 401 ? "out" : "shut");
});

/* A page that shuts */

const lock = document.querySelector("[data-lock]");
const warning = document.getElementById("lock-warning");
let until = Date.now() + Number(lock?.dataset.left ?? 0) * 1000;
let asked = 0;
let shut = !lock;

function close() {
  if (shut) return;
  shut = true;
  const left = lock.querySelector("template").content.cloneNode(true);
  const [kept, unsent] = ["kept", "unsent"].map((one) => left.querySelector(`[data-lock-${one}]`));
  csrf = token();
  for (const typed of forms.values()) {
    if (!typed.unkept) continue;
    typed.says = (came) => (kept.hidden = !(unsent.hidden = came === "kept"));
    typed.keep();
  }
  document.body.replaceChildren(left);
  document.title = lock.dataset.title;
  document.querySelector("h1").focus();
}

async function ask(deed) {
  asked = Date.now();
  const body = deed ? new URLSearchParams({ csrfmiddlewaretoken: token() || csrf }) : undefined;
  try {
    const answer = await fetch(lock.dataset.ask, { method: deed ? "POST" : "GET", body, redirect: "manual" });
    if (!answer.ok) return answer.type === "opaqueredirect" ? close() : undefined;
    until = Date.now() + (await answer.json()).left * 1000;
  } catch {
    return; // no line: the page shuts by its own clock
  }
  look();
}

/* Another window may have been used meanwhile: asking is no deed. */
function look() {
  if (shut) return;
  const left = until - Date.now();
  if (left <= 0) close();
  else if (left > Number(lock.dataset.warned) * 1000) warning.open && warning.close();
  else {
    if (Date.now() - asked > 20_000) ask(false);
    if (!warning.open) warning.showModal();
  }
}

/* Typing is a deed, told once a minute at most. */
let told = Date.now();
function typing() {
  if (shut || Date.now() - told < 60_000) return;
  told = Date.now();
  ask(true);
}

if (lock) {
  setInterval(look, 1000);
  document.addEventListener("input", typing);
  warning.querySelector("[data-lock-go-on]").addEventListener("click", () => ask(true));
  warning.addEventListener("cancel", (event) => (event.preventDefault(), ask(true)));
  document.addEventListener("visibilitychange", look);
  /* A browser may keep the page for its button Back: it shows nothing until the server was asked. */
  const seen = (shows) => (document.documentElement.style.visibility = shows ? "" : "hidden");
  window.addEventListener("pagehide", () => seen(false));
  window.addEventListener("pageshow", async ({ persisted }) => {
    if (persisted) look();
    if (persisted && !shut) await ask(false);
    seen(true);
  });
}
