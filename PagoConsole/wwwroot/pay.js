// The buyer's page looks for news by itself: often at first, then less and less, not while nobody looks, and at once when somebody looks again.
// What is read is our own page; only a changed one takes the old one's place, and is told to those who listen instead of seeing.
const first = 5000, longest = 60000;
let pause = first, tag = null, timer = 0;

function copyable() {
  const button = document.getElementById("copy");
  if (!button || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById("cip").textContent);
    button.textContent = button.dataset.done;
    tell(button.dataset.done);
  });
}

function tell(words) {
  document.getElementById("told").textContent = words;
}

function show(html) {
  const next = new DOMParser().parseFromString(html, "text/html"), now = document.querySelector("main"), main = next.querySelector("main");
  if (!main || main.innerHTML === now.innerHTML) return;
  const inside = now.contains(document.activeElement), changed = main.dataset.state !== now.dataset.state;
  now.replaceWith(document.adoptNode(main));
  document.title = next.title;
  copyable();
  if (inside) document.querySelector("h1").focus({ preventScroll: true });
  if (changed) { tell(next.title); pause = first; }
}

async function look() {
  clearTimeout(timer);
  if (document.hidden) return;
  try {
    const answer = await fetch(location.pathname, { cache: "no-store", headers: tag ? { "If-None-Match": tag } : {} });
    pause = Math.min(longest, answer.ok || answer.status === 304 ? pause * 1.3 : pause * 2);
    if (answer.ok) { tag = answer.headers.get("ETag"); show(await answer.text()); }
  } catch { pause = Math.min(longest, pause * 2); }
  timer = setTimeout(look, pause);
}

copyable();
document.addEventListener("visibilitychange", () => { if (!document.hidden) { pause = first; look(); } });
timer = setTimeout(look, pause);
