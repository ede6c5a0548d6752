/* Comforts only: every page works without this file.
 *
 * data-confirm="<id of a dialog>"  on a link or button: ask first, in the dialog on this page
 * data-close                       in a dialog: close it
 * data-print                       on a button: print this page (hidden when scripts are off)
 * data-copy="<id>"                 on a button: copy the text of that element
 * data-from-fragment               on a field: takes over the code behind '#', as a letter's QR brings it
 * details[data-menu]               closes on Escape, and when one goes elsewhere */

const errors = document.getElementById("error-summary");
if (errors) errors.focus();

for (const hidden of document.querySelectorAll("[data-needs-script]")) hidden.hidden = false;

function ask(event, trigger) {
  const dialog = document.getElementById(trigger.dataset.confirm);
  if (!dialog?.showModal) return;
  event.preventDefault();
  dialog.showModal();
}

async function copy(trigger) {
  const source = document.getElementById(trigger.dataset.copy);
  await navigator.clipboard.writeText(source.innerText.trim());
  const said = trigger.querySelector("[data-copied]") ?? trigger;
  said.textContent = trigger.dataset.done;
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const trigger = target?.closest("[data-confirm], [data-close], [data-print], [data-copy]");
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(target)) menu.open = false;
  }
  if (!trigger) return;
  if ("confirm" in trigger.dataset) ask(event, trigger);
  else if ("close" in trigger.dataset) {
    event.preventDefault();
    trigger.closest("dialog").close();
  } else if ("print" in trigger.dataset) window.print();
  else copy(trigger);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

/* A second press of the same button while the first is on its way does nothing. After a few
 * seconds it may: the line may have dropped, or the answer was a download. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
  } else if (form.method === "post") {
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
  }
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

/* The code of a letter stands behind '#', so that it is in no address that a server or log sees. */
const codeField = document.querySelector("[data-from-fragment]");
if (codeField && /^#[a-z0-9]{5}-?[a-z0-9]{5}$/i.test(location.hash)) {
  codeField.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
}
