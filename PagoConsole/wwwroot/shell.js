// What the pages need of the browser and no server has to know: copying, keys, the theme, and coming back after a lost connection.
import { isTyping } from "./walk.js";

const root = document.documentElement;

// Copying. In the capture phase, so that a copy inside a clickable row does not also open the row.
document.addEventListener("click", async event => {
  const source = event.target.closest?.("[data-copy]");
  if (!source) return;
  event.preventDefault();
  event.stopPropagation();
  const copied = await copy(source.dataset.copy);
  announce(source, copied);
}, true);

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure context there is no clipboard object; the old way still works from a click.
    const area = Object.assign(document.createElement("textarea"), { value: text, className: "visually-hidden" });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

function announce(source, copied) {
  const notice = document.getElementById("copy-notice");
  notice.textContent = copied ? notice.dataset.done : notice.dataset.failed;
  const box = source.getBoundingClientRect();
  notice.style.setProperty("left", `${Math.min(box.left, innerWidth - 120)}px`);
  notice.style.setProperty("top", `${Math.max(box.top - 32, 4)}px`);
  notice.classList.add("shown");
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => notice.classList.remove("shown"), 1400);
}

// Keys: an element that carries data-key is clicked by it (a field gets the focus), unless somebody is typing. While a dialog is open, only its own count.
document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.altKey) return;
  const control = event.ctrlKey || event.metaKey;
  const typing = !control && isTyping(event.target);
  const name = (control ? "ctrl+" : "") + event.key.toLowerCase();
  if (typing ? name !== "escape" : !control && event.shiftKey && /^[a-z]$/i.test(event.key)) return;

  // In a form only its own keys count, and while typing only Escape; behind a dialog no key reaches the page.
  const room = event.target.closest?.("form") ?? (typing ? null : document.querySelector(".mud-dialog") ?? document);
  const target = [...room?.querySelectorAll("[data-key]") ?? []].find(element => element.dataset.key === name && !element.disabled);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input, textarea")) target.select();
  target.matches("input, textarea, select") ? target.focus() : target.click();
});

// A list of choices is ticked by its number while one of them has the focus.
document.addEventListener("keydown", event => {
  const group = event.target.closest?.("fieldset");
  const choice = event.altKey || event.ctrlKey || event.metaKey ? null : group?.querySelector(`input[data-digit="${CSS.escape(event.key)}"]`);
  if (!choice) return;
  event.preventDefault();
  choice.focus();
  choice.click();
});

// What is typed in a field that carries data-keep outlives a reload; the page takes it back, or forgets it once it is sent.
document.addEventListener("input", event => {
  const key = event.target.dataset?.keep;
  if (key) sessionStorage.setItem(`keep:${key}`, event.target.value);
});

// A field that carries data-submit sends its form by that key.
document.addEventListener("keydown", event => {
  if (event.target.dataset?.submit !== "ctrl+enter" || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

document.addEventListener("click", event => {
  const choice = event.target.closest?.("[data-theme-choice]");
  if (choice && choice !== root) window.pago.useTheme(choice.dataset.themeChoice);
});

// A dropped circuit says so and comes back by itself, however long it takes.
const notice = document.getElementById("components-reconnect-modal");
let again;
notice?.addEventListener("components-reconnect-state-changed", event => {
  const state = event.detail.state;
  clearTimeout(again);
  if (state === "hide") {
    root.classList.remove("circuit-lost");
  } else if (state === "rejected" || state === "resume-failed") {
    location.reload();
  } else {
    markLost();
    if (state === "failed") again = setTimeout(reconnect, 3000);
  }
});

function markLost() {
  if (root.classList.contains("circuit-lost")) return;
  root.classList.add("circuit-lost");
  const at = new Date().toLocaleTimeString("en-GB");
  for (const element of document.querySelectorAll("[data-lost-at]")) element.textContent = at;
  for (const feed of document.querySelectorAll("[data-seq]")) sessionStorage.setItem(feed.dataset.seqKey, feed.dataset.seq);
}

async function reconnect() {
  try {
    if (await Blazor.reconnect()) root.classList.remove("circuit-lost");
    else location.reload();
  } catch {
    again = setTimeout(reconnect, 3000);
  }
}
