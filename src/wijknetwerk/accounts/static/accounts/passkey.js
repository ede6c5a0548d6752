/* A form with data-passkey asks the device for a passkey when it is sent. `make` or `show` says
   which; data-options is where its question comes from, data-given holds the question itself, and
   data-library is where the words for it are read, once somebody asks. With data-at-once it asks by
   itself, and the button stays for who didn't touch in time or whose browser wants a press first.
   The form is hidden until a browser shows that it can do this; beside it stands, in
   data-without-passkey, what to do in a browser that can't. */
"use strict";

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  for (const other of document.querySelectorAll("[data-without-passkey]")) other.hidden = true;
  const failed = form.querySelector("[data-passkey-failed]");
  const touch = async (said) => {
    failed.hidden = true;
    try {
      const [asked] = await Promise.all([question(form), library(form)]);
      const act = form.dataset.passkey === "make" ? "create" : "get";
      form.elements.credential.value = JSON.stringify(await window.webauthnJSON[act](asked));
      form.submit();
    } catch {
      failed.hidden = !said;
      if (said) failed.scrollIntoView({ block: "nearest" });
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    touch(true);
  });
  if ("atOnce" in form.dataset) touch(false);
}

async function question(form) {
  if (form.dataset.given) return JSON.parse(form.dataset.given);
  const body = new URLSearchParams({ csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value });
  const answer = await fetch(form.dataset.options, { method: "POST", body, redirect: "error" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function library(form) {
  if (window.webauthnJSON) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = form.dataset.library;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}
