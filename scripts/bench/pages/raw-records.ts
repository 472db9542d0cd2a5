/** A request's answer. */
export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The end of a transaction. */
export const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });

/** The extension's database as it lies there, without the program. */
export const openRaw = (): Promise<IDBDatabase> => answerOf(indexedDB.open('roundup'));

/** Everything that the open issue is made of. */
export async function openIssueOf(db: IDBDatabase) {
  const transaction = db.transaction(['newsletters', 'issues', 'entries']);
  const [newsletter] = await answerOf(transaction.objectStore('newsletters').getAll());
  const drafts = transaction.objectStore('issues').index('[newsletterId+state]');
  const [issue] = await answerOf(drafts.getAll([newsletter.id, 'draft']));
  const places = transaction.objectStore('entries').index('[newsletterId+place]');
  return { newsletter, issue, entries: await answerOf(places.getAll([newsletter.id, issue.id])) };
}

/** The page has done what it is there for. */
export const done = (): void => {
  document.documentElement.dataset.done = '';
};
