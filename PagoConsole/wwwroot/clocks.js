// Clocks that count on in the browser: the server draws them once and hears nothing of their ticking.
// data-since counts up from an instant; data-left counts down to one, stands still until data-paused, and data-level says how much of data-hold has passed.
const skews = new WeakMap();

/** How far the server's clock is ahead of the browser's, from the instant at which it drew the table. */
function skewOf(table) {
  const drawn = table.dataset.now;
  const kept = skews.get(table);
  if (kept?.drawn === drawn) return kept.skew;
  const skew = Number(drawn) - Date.now();
  skews.set(table, { drawn, skew });
  return skew;
}

function words(ms, units) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = number => String(number).padStart(2, "0");
  if (hours > 0) return `${hours}${units.h} ${two(minutes)}${units.m}`;
  if (minutes >= 10) return `${minutes}${units.m}`;
  return minutes > 0 ? `${minutes}${units.m} ${two(rest)}${units.s}` : `${rest}${units.s}`;
}

function levelOf(passed) {
  return passed >= 0.95 ? "last" : passed >= 0.8 ? "late" : passed >= 0.5 ? "half" : "calm";
}

/** Changes the text that Blazor drew instead of replacing it, so that both mean the same node. */
function write(element, text) {
  if (element.firstChild && element.firstChild.nodeValue !== text) element.firstChild.nodeValue = text;
}

function tick() {
  for (const table of document.querySelectorAll("[data-now]")) {
    const now = Date.now() + skewOf(table);
    for (const time of table.querySelectorAll("[data-since]")) write(time, words(now - Number(time.dataset.since), table.dataset));
    for (const clock of table.querySelectorAll("[data-left]")) {
      const paused = Number(clock.dataset.paused ?? 0);
      const hold = Number(clock.dataset.hold);
      const left = Math.max(0, Number(clock.dataset.left) - Math.max(now, paused));
      const level = paused > now ? "paused" : hold > 0 ? levelOf(1 - left / hold) : "calm";
      if (clock.dataset.level !== level) clock.dataset.level = level;
      write(clock.querySelector("[data-tick]"), words(left, table.dataset));
    }
  }
}

setInterval(() => { if (!document.hidden) tick(); }, 1000);
document.addEventListener("visibilitychange", () => { if (!document.hidden) tick(); });
