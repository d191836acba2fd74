// Walking the rows of a table that carries data-walks: j and k or the arrows, x ticks, Enter opens. The server hears only of what is ticked or opened.
const typed = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

/** Whether what is pressed there is text. */
export function isTyping(element) {
  return Boolean(element.closest?.(typed));
}

let last = { id: null, at: -1 };

const rows = () => [...document.querySelectorAll("[data-walks] [data-row]")];
const focused = () => document.activeElement?.closest?.("[data-walks] [data-row]");

document.addEventListener("focusin", () => {
  const row = focused();
  if (row) last = { id: row.dataset.row, at: rows().indexOf(row) };
});

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (isTyping(event.target) || document.querySelector(".mud-dialog") || !document.querySelector("[data-walks]")) return;
  const row = focused();
  const act = keys[event.key.toLowerCase()];
  if (act?.(row, event.target)) event.preventDefault();
});

const keys = {
  j: row => step(row, 1),
  k: row => step(row, -1),
  arrowdown: (row, target) => (row || target === document.body) && step(row, 1),
  arrowup: (row, target) => (row || target === document.body) && step(row, -1),
  x: row => press(row?.querySelector("[data-pick]")),
  enter: (row, target) => row === target && press(row?.querySelector("a")),
};

function step(row, by) {
  const all = rows();
  if (all.length === 0) return false;
  const known = row ?? all.find(one => one.dataset.row === last.id);
  const from = known ? all.indexOf(known) : by > 0 ? Math.max(last.at, 0) - 1 : Math.max(last.at, 1);
  // Whoever comes back to a row that is still there goes on from it; the first key of all lands on the first row.
  show(all[Math.min(Math.max(from + by, 0), all.length - 1)]);
  return true;
}

function show(row) {
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function press(element) {
  element?.click();
  return Boolean(element);
}

// A row that goes takes the focus with it: give it to the one that stands there now.
new MutationObserver(() => {
  if (last.id === null || document.activeElement !== document.body) return;
  const all = rows();
  if (all.length === 0 || all.some(one => one.dataset.row === last.id)) return;
  show(all[Math.min(last.at, all.length - 1)]);
}).observe(document.body, { childList: true, subtree: true });
