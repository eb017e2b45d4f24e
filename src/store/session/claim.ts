/** The name of the lock that the page holds which keeps the session. */
const LOCK = 'miniflow.session';

/** A page that is being left gives its lock away a little after the next one begins. */
const PATIENCE = 1_500;

/**
 * Claims the session for this page, as long as it lives. Where a browser has no locks, everybody may.
 * @param later called when another page that had it has gone
 * @returns whether it is this page's within a second or two
 */
export function claimSession(later: () => void): Promise<boolean> {
  // Not every context has them, whatever the types say: they are for secure ones.
  const locks = (navigator as { readonly locks?: Pick<LockManager, 'request'> }).locks;
  if (locks === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    let waited = false;
    const own = (): void => {
      if (waited) later();
      else resolve(true);
    };
    setTimeout(() => {
      waited = true;
      resolve(false);
    }, PATIENCE);
    locks
      .request(LOCK, () => {
        own();
        // Held for as long as the page lives.
        return new Promise<never>(() => undefined);
      })
      .catch(own);
  });
}
