// Sets the theme before the first paint, so that a dark page never flashes white. A classic script in a
// file of its own: modules wait for the document, and the page's policy allows nothing inline.
(() => {
  let choice = 'system';
  try {
    choice = JSON.parse(localStorage.getItem('miniflow.settings') ?? '{}').state?.theme ?? choice;
  } catch {
    // Storage is closed to this page, or holds something else: the system decides.
  }
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
