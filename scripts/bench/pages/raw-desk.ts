import { done, openIssueOf, openRaw } from './raw-records.ts';

// The same records as the desk, and their text in the page twice: to be worked on, and as it will be read.
const put = (text: string) => {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  document.querySelector('#app')?.append(paragraph);
};
void openRaw()
  .then(openIssueOf)
  .then(({ newsletter, issue, entries }) => {
    for (let time = 0; time < 2; time += 1) {
      put(`${newsletter.name} ${issue.number}`);
      for (const { links, commentary } of entries)
        put([...links.map(({ title }: { title: string }) => title), commentary].join('\n'));
    }
    done();
  });
