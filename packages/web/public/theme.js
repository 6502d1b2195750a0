// Runs before the first paint, so that a stored theme never flashes in the other one. It is a file
// of its own because the content security policy allows no inline scripts.
(() => {
  let stored = null;
  try {
    stored = localStorage.getItem('olympus.theme');
  } catch {
    // Storage may be forbidden; the system's theme is used then.
  }
  const dark =
    stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  // `?dir=rtl` mirrors the page, to see that it can be: none of its languages is written so yet.
  if (new URLSearchParams(location.search).get('dir') === 'rtl')
    document.documentElement.dir = 'rtl';
})();
