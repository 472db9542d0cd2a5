import { answerOf, done, endOf, openRaw } from './raw-records.ts';

// The least that can be done at a key. In the field: its text goes elsewhere in the page. Ctrl+Enter: one strict put.
// Alt+ArrowDown: one relaxed put, then two elements change places. In the search: every text is looked through.
const read = document.querySelector('#read');
const field = document.querySelector<HTMLTextAreaElement>('#commentary');
let texts: string[] = [];
field?.addEventListener('input', () => {
  if (read === null || field === null) return;
  const { value } = field;
  read.textContent = value.startsWith('?')
    ? `${value} ${texts.filter((text) => text.includes(value.slice(1))).length}`
    : value;
});
void openRaw().then(async (db) => {
  const put = async (durability: IDBTransactionDurability) => {
    const transaction = db.transaction('settings', 'readwrite', { durability });
    transaction.objectStore('settings').put({ name: 'bench', value: Date.now() });
    await endOf(transaction);
    if (read !== null) read.textContent = `${durability} ${performance.now()}`;
  };
  addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.ctrlKey) void put('strict');
    if (event.key === 'ArrowDown' && event.altKey) void put('relaxed');
  });
  // All of it stays in the memory that the extension's pages share: only where a search is to be measured.
  if (location.hash !== '#search') return done();
  const entries = await answerOf<{ commentary: string; links: { title: string; address: string }[] }[]>(
    db.transaction('entries').objectStore('entries').getAll(),
  );
  texts = entries.map(({ links, commentary }) =>
    [...links.flatMap(({ title, address }) => [title, address]), commentary].join('\n').toLowerCase(),
  );
  done();
});
