// Runs before the first paint: picks the theme, so that no page starts in the wrong light, and tells the server the browser's zone.
(() => {
  const root = document.documentElement;
  const cookie = name => document.cookie.split("; ").find(part => part.startsWith(name + "="))?.slice(name.length + 1);
  const keep = (name, value) => { document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`; };
  const system = matchMedia("(prefers-color-scheme: dark)");

  const paint = () => {
    const choice = cookie("pago.theme") ?? "system";
    root.dataset.themeChoice = choice;
    root.dataset.theme = choice === "system" ? (system.matches ? "dark" : "light") : choice;
  };

  paint();
  system.addEventListener("change", paint);
  keep("pago.zone", Intl.DateTimeFormat().resolvedOptions().timeZone);

  window.pago = {
    useTheme(choice) { keep("pago.theme", choice); paint(); },

    // A note of this tab: read once, then forgotten.
    take(key) {
      const note = sessionStorage.getItem(key);
      sessionStorage.removeItem(key);
      return note;
    },

    // A file that the circuit made: saved as if it had been downloaded.
    async save(name, file) {
      const address = URL.createObjectURL(new Blob([await file.arrayBuffer()]));
      const link = Object.assign(document.createElement("a"), { href: address, download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    },
  };
})();
